"""The files of `deploy/`: read as data, and held against what the judge and docs/hosts.md say.

What cannot be run here says so of itself. What it names must be there all the same: commands are
those of the command line, variables those of the settings, and the walls those that hosts need.
"""

import fcntl
import gzip
import json
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from sqlalchemy import select

from judge import __version__
from judge.cli.main import commands
from judge.service.settings import ServiceSettings
from judge.settings import COMMAND_LINE, Settings, read_settings, settings_of
from judge.storage.lease_queue import LeaseQueue
from judge.storage.postgres import open_postgres
from judge.storage.queue import Depth
from judge.storage.sqlite import open_file
from judge.storage.submissions import Submissions
from judge.storage.tables import METADATA
from sandbox.advice import NAMESPACE_CALLS
from tests import postgres
from tests.judge.storage.rows import new

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
OBJECTS: list[dict[str, Any]] = list(
    yaml.safe_load_all((DEPLOY / "kubernetes/judge.yaml").read_text())
)
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
IMAGE = f"judge:{__version__}"
ROWS = {row.env: row for row in (*settings_of(Settings), *settings_of(ServiceSettings))}
#: What stands in a file for what a host fills in.
FILLED = {
    "${JUDGE_NAME:?}": "judge.example.org",
    "${JUDGE_PASSWORD:?}": "secret",
    "$(POD_IP)": "10.0.0.1",
}


def filled(text: str) -> str:
    """Return a text with what a host fills in."""
    for place, value in FILLED.items():
        text = text.replace(place, value)
    assert "$" not in text, text
    return text


def judges() -> Iterator[tuple[str, list[str], dict[str, str]]]:
    """Yield the name, the command and the judge's variables of everything that runs the judge."""
    for name, service in COMPOSE["services"].items():
        if service["image"] == IMAGE:
            yield f"compose {name}", [*map(filled, service["command"])], service["environment"]
    shared = kind("ConfigMap")["data"]
    for deployment in kinds("Deployment"):
        (container,) = pods_of(deployment)["containers"]
        own = {one["name"]: one["value"] for one in container["env"] if "value" in one}
        name = f"kubernetes {deployment['metadata']['name']}"
        yield name, [*map(filled, container["args"])], shared | own
    for unit in UNITS:
        lines = options_of(unit)
        (command,) = lines["ExecStart"]
        given = dict(one.split("=", 1) for text in lines["Environment"] for one in text.split())
        yield f"systemd {unit.stem}", shlex.split(command)[1:], environment_file() | given


def kinds(name: str) -> list[dict[str, Any]]:
    return [one for one in OBJECTS if one["kind"] == name]


def kind(name: str) -> dict[str, Any]:
    (found,) = kinds(name)
    return found


def pods_of(owner: dict[str, Any]) -> dict[str, Any]:
    spec: dict[str, Any] = owner["spec"]["template"]["spec"]
    return spec


def options_of(unit: Path) -> dict[str, list[str]]:
    """Return the options of a unit, each with its values."""
    found: dict[str, list[str]] = {}
    for line in unit.read_text().splitlines():
        if line and line[0] not in "#[":
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def environment_file() -> dict[str, str]:
    lines = (DEPLOY / "systemd/judge.env").read_text().splitlines()
    set_ = [line.removeprefix("#") for line in lines if re.match(r"#?[A-Z_]+=", line)]
    return dict(line.split("=", 1) for line in set_)


JUDGES = list(judges())


def test_everything_that_runs_the_judge_is_looked_at() -> None:
    """Servers and workers of each kind of host."""
    assert [name for name, *_ in JUDGES] == [
        "compose server-1",
        "compose server-2",
        "compose worker-1",
        "compose worker-2",
        "kubernetes judge-serve",
        "kubernetes judge-worker",
        "systemd judge-serve",
        "systemd judge-worker",
    ]


@pytest.mark.parametrize(("name", "command", "environment"), JUDGES, ids=[one[0] for one in JUDGES])
def test_commands_and_variables_are_the_judges_own(
    name: str, command: list[str], environment: dict[str, str]
) -> None:
    """An option that was renamed, or a value that is refused, would show on the host alone."""
    own = commands.get_command(click.Context(commands), command[0])
    assert own is not None
    own.make_context(command[0], command[1:])
    given = {key: value for key, value in environment.items() if key.startswith("JUDGE_")}
    known = {row.env for row in COMMAND_LINE} | ROWS.keys()
    assert given.keys() <= known
    rows = [row for row in ROWS.values() if row.env in given]
    read_settings(
        rows, {key: value.replace("${JUDGE_PASSWORD:?}", "x") for key, value in given.items()}
    )
    assert "JUDGE_STORE" in given or name.startswith("kubernetes"), "there it is a secret"


def test_what_stops_a_judge_waits_for_it() -> None:
    """Longer than its workers may take to finish or give back what they judge."""
    drain = ServiceSettings().drain_seconds + 10
    for service in COMPOSE["services"].values():
        if service["image"] == IMAGE:
            assert int(service["stop_grace_period"].removesuffix("s")) >= drain
    for one in kinds("Deployment"):
        assert pods_of(one)["terminationGracePeriodSeconds"] >= drain
    for unit in UNITS:
        assert int(options_of(unit)["TimeoutStopSec"][0]) >= drain


def test_containers_get_what_docs_hosts_asks_for_and_no_more() -> None:
    """The calls that make namespaces, a user who is not root, and no privilege of the host."""
    for service in (one for one in COMPOSE["services"].values() if one["image"] == IMAGE):
        assert service["user"] == "1000:1000"
        assert service["cap_drop"] == ["ALL"]
        assert set(service["security_opt"]) == {
            "no-new-privileges:true",
            "seccomp=seccomp.json",
            "apparmor=unconfined",
        }
        assert not {"privileged", "cap_add", "pid", "network_mode", "devices"} & service.keys()
    for deployment in kinds("Deployment"):
        pod = pods_of(deployment)
        (container,) = pod["containers"]
        assert pod["securityContext"]["runAsUser"] == 1000
        assert pod["securityContext"]["runAsNonRoot"]
        assert pod["securityContext"]["seccompProfile"]["type"] == "Localhost"
        assert pod["securityContext"]["appArmorProfile"]["type"] == "Unconfined"
        assert container["securityContext"]["allowPrivilegeEscalation"] is False
        assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
        assert not {"hostNetwork", "hostPID", "hostIPC"} & pod.keys()
        assert pod["automountServiceAccountToken"] is False


def test_units_leave_the_sandbox_what_it_needs() -> None:
    """A cgroup of its own, and none of what forbids namespaces."""
    for unit in UNITS:
        lines = options_of(unit)
        assert "memory" in lines["Delegate"][0].split()
        assert lines["User"] == ["judge"]
        assert lines["NoNewPrivileges"] == ["yes"]
        forbidding = {"RestrictNamespaces", "PrivateUsers", "SystemCallFilter", "ProtectProc"}
        assert not forbidding & lines.keys()


def test_the_profile_allows_what_tier_full_calls() -> None:
    """And only for Docker's own profile as it is: what else that refuses stays refused."""
    plain = {
        "defaultAction": "SCMP_ACT_ERRNO",
        "syscalls": [{"names": ["read"], "action": "SCMP_ACT_ALLOW"}],
    }
    wider = json.loads(widened(json.dumps(plain)).stdout)
    assert wider["syscalls"][0] == plain["syscalls"][0]
    assert wider["syscalls"][1]["names"] == [*NAMESPACE_CALLS]
    assert wider["defaultAction"] == "SCMP_ACT_ERRNO"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"defaultAction": "SCMP_ACT_ALLOW", "syscalls": []}', "null"]
)
def test_what_is_no_profile_is_refused_in_words(text: str) -> None:
    """Nothing is written that a container would run with."""
    done = widened(text)
    assert (done.returncode, done.stdout) == (2, "")
    assert "default.json" in done.stderr
    assert "Traceback" not in done.stderr


def widened(text: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(DEPLOY / "seccomp.py")]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


def test_compose_names_what_it_has() -> None:
    """Volumes, services to wait for, and the servers that the proxy knows."""
    services = COMPOSE["services"]
    for service in services.values():
        named = [one.partition(":")[0] for one in service.get("volumes", ())]
        assert {one for one in named if not one.startswith(".")} <= COMPOSE["volumes"].keys()
        for own in (one for one in named if one.startswith(".")):
            assert (DEPLOY / own).exists()
        assert set(service.get("depends_on", ())) <= services.keys()
    folders = [one for service in services.values() for one in service.get("volumes", ())]
    assert len(set(folders)) == len(folders), "two servers cannot share a state folder"
    known = {f"{name}:8000" for name in services if name.startswith("server")}
    assert set(services["proxy"]["environment"]["JUDGE_SERVERS"].split()) == known
    for name in ("server-1", "server-2"):
        assert f"{name}:8000" in services[name]["command"], "Prometheus is refused otherwise"
    hosts = services["server-1"]["environment"]["JUDGE_QUEUE"].removeprefix("nats://").split(",")
    assert {host.partition(":")[0] for host in hosts} <= services.keys()


def test_prometheus_asks_every_process_of_the_compose_file() -> None:
    """At the ports where they answer."""
    (job,) = yaml.safe_load((DEPLOY / "prometheus.yaml").read_text())["scrape_configs"]
    (group,) = job["static_configs"]
    found = {one for one, service in COMPOSE["services"].items() if service["image"] == IMAGE}
    assert {one.partition(":")[0] for one in group["targets"]} == found
    assert {one.partition(":")[2] for one in group["targets"]} == {"8000", "9464"}
    assert job["job_name"] == "judge", "the dashboard asks for it"


def test_kubernetes_objects_name_each_other() -> None:
    """Selectors meet labels, ports and backends exist, and probes call a server by its name."""
    space = kind("Namespace")["metadata"]["name"]
    assert {one["metadata"].get("namespace", space) for one in OBJECTS} == {space}
    labels, ports = {}, {}
    for owner in (*kinds("Deployment"), *kinds("StatefulSet")):
        label = owner["spec"]["template"]["metadata"]["labels"]
        assert owner["spec"]["selector"]["matchLabels"] == label
        (container,) = pods_of(owner)["containers"]
        labels[label["app"]] = owner
        ports[label["app"]] = {one["name"]: one["containerPort"] for one in container["ports"]}
        mounted = {one["name"] for one in container.get("volumeMounts", ())}
        assert mounted == {one["name"] for one in pods_of(owner).get("volumes", ())}
    for service in kinds("Service"):
        app = service["spec"]["selector"]["app"]
        assert app in labels
        for port in service["spec"]["ports"]:
            target = port.get("targetPort", port["port"])
            assert target in (*ports[app], *ports[app].values())
    (rule,) = kind("Ingress")["spec"]["rules"]
    (path,) = rule["http"]["paths"]
    services = {one["metadata"]["name"] for one in kinds("Service")}
    assert path["backend"]["service"]["name"] in services
    serve = labels["judge-serve"]
    (container,) = pods_of(serve)["containers"]
    assert rule["host"] in container["args"]
    for probe in ("readinessProbe", "livenessProbe"):
        (host,) = container[probe]["httpGet"]["httpHeaders"]
        assert host == {"name": "Host", "value": rule["host"]}
    stateful = kind("StatefulSet")
    assert stateful["spec"]["serviceName"] in services


def test_nats_servers_know_each_other() -> None:
    """A message that one gets reaches who listens at another."""
    lists = [COMPOSE["services"][name]["command"] for name in ("nats-1", "nats-2", "nats-3")]
    (container,) = pods_of(kind("StatefulSet"))["containers"]
    for command in (*lists, container["args"]):
        routes = command[command.index("--routes") + 1].split(",")
        assert len({*routes}) == 3
        assert all(re.fullmatch(r"nats://nats-\d[a-z.]*:6222", one) for one in routes)


def test_the_proxy_keeps_a_browser_with_its_server_and_passes_events_on() -> None:
    """And asks for health under the name that servers answer to."""
    text = (DEPLOY / "Caddyfile").read_text()
    assert text.count("{\n") == text.count("\t}\n") + text.count("\n}\n")
    for line in (
        "lb_policy cookie",
        "flush_interval -1",
        "health_uri /healthz",
        "Host {$JUDGE_NAME}",
    ):
        assert line in text


@pytest.mark.skipif(shutil.which("caddy") is None, reason="Caddy is not here")
def test_caddy_reads_its_file(tmp_path: Path) -> None:
    """As it would before it serves."""
    command = ["caddy", "adapt", "--config", str(DEPLOY / "Caddyfile")]
    environment = {
        "JUDGE_NAME": "judge.example.org",
        "JUDGE_SERVERS": "a:8000 b:8000",
        "HOME": str(tmp_path),
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert re.findall(r'"dial":\s*"([^"]+)"', done.stdout) == ["a:8000", "b:8000"]


@pytest.mark.needs("systemd")
def test_systemd_reads_the_units(tmp_path: Path) -> None:
    """Every option is known to it, in its section, with a value that it takes."""
    program = shutil.which("true")
    for unit in UNITS:
        text = unit.read_text().replace("/opt/judge/bin/judge", str(program))
        (tmp_path / unit.name).write_text(text.replace("file:///opt/judge/src", "file://"))
    paths = [str(tmp_path / unit.name) for unit in UNITS]
    command = ["systemd-analyze", "verify", "--man=no", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_versions_of_the_image_are_those_of_the_locks() -> None:
    """The line that takes them out of the locks leaves one version of each, and nothing else."""
    text = (DEPLOY / "Containerfile").read_text()
    command = re.search(r"RUN (sed .*?) >/tmp/versions.txt", text, re.DOTALL)
    assert command is not None
    line = command[1].replace("\\\n", " ")
    done = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    names = [one.partition("==")[0] for one in lines]
    assert len({*names}) == len(names)
    assert all(re.fullmatch(r"[\w.-]+==[\w.+-]+", one) for one in lines)
    assert {"sqlalchemy", "psycopg", "nats-py", "opentelemetry-sdk"} <= {*names}


def test_each_file_says_what_was_not_tried() -> None:
    """And the page of the folder tells it of all of them."""
    page = (DEPLOY / "README.md").read_text()
    for path in (path for path in DEPLOY.rglob("*") if path.is_file() and path.name != "README.md"):
        assert f"`{path.relative_to(DEPLOY)}`" in page, path
    for name in (
        "compose.yaml",
        "Containerfile",
        "kubernetes/judge.yaml",
        *(f"systemd/{u.name}" for u in UNITS),
    ):
        head = (DEPLOY / name).read_text()[:1_000]
        assert "Untried" in head, name


def moved(folder: Path, address: str) -> int:
    """Run the script in this process; return its exit status."""
    status: int = runpy.run_path(str(DEPLOY / "move_store.py"))["main"]([str(folder), address])
    return status


@pytest.mark.needs("postgres")
def test_a_store_is_moved_into_postgresql_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every row of an old file, free to be judged; new rows get new numbers."""
    old = gzip.decompress((ROOT / "tests/old/judge.db.gz").read_bytes())
    (tmp_path / "judge.db").write_bytes(old)
    address = postgres.new_database()
    try:
        assert moved(tmp_path, address) == 0
        with (
            closing(open_file(tmp_path / "judge.db")) as file,
            closing(open_postgres(address)) as database,
        ):
            for table in METADATA.sorted_tables:
                query = select(table).order_by(*table.primary_key.columns)
                with file.read() as there, database.read() as here:
                    rows = there.execute(query).all()
                    assert here.execute(query).all() == rows, table.name
            assert LeaseQueue(database).depth() == Depth(waiting=3, leased=0)
            assert Submissions(database).add(new(1))[1]
        assert moved(tmp_path, address) == 2
        assert "holds rows already" in capsys.readouterr().err
    finally:
        postgres.drop_database(address)


def test_what_cannot_be_moved_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong folder, and one that a server works on."""
    nowhere = "postgresql://judge@db/judge"
    assert moved(tmp_path, nowhere) == 2
    assert "there is no store" in capsys.readouterr().err
    (tmp_path / "judge.db").touch()
    with (tmp_path / "serve.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert moved(tmp_path, nowhere) == 2
    assert "stop it first" in capsys.readouterr().err
