#!/usr/bin/env python3
"""Bundles the extension and packs it: `./build.py [OUT.vsix]`, after `npm ci` in this folder.

Writes dist/extension.js and the vsix, by default judge.vsix here; the same bytes from the same
sources. Needs only the standard library.
"""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

HERE = Path(__file__).resolve().parent
BUNDLE = HERE / "dist" / "extension.js"
#: The earliest date that a zip can hold: when it was packed is nobody's business.
DATE = (1980, 1, 1, 0, 0, 0)
#: What is in the vsix, by its place there.
FILES = {
    "extension/package.json": HERE / "package.json",
    "extension/dist/extension.js": BUNDLE,
    "extension/media/judge.svg": HERE / "media" / "judge.svg",
    "extension/readme.md": HERE / "README.md",
    "extension/LICENSE.txt": HERE.parents[1] / "LICENSE",
}
TYPES = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension=".json" ContentType="application/json"/>
<Default Extension=".js" ContentType="application/javascript"/>
<Default Extension=".svg" ContentType="image/svg+xml"/>
<Default Extension=".md" ContentType="text/markdown"/>
<Default Extension=".txt" ContentType="text/plain"/>
<Default Extension=".vsixmanifest" ContentType="text/xml"/>
</Types>
"""


def bundle() -> None:
    """Check the types and write the bundle; raises `CalledProcessError` where either fails."""
    tools = HERE / "node_modules" / ".bin"
    if not (tools / "esbuild").exists():
        sys.exit(f"run `npm ci` in {HERE} first")
    subprocess.run([tools / "tsc"], cwd=HERE, check=True)
    subprocess.run(
        [
            tools / "esbuild",
            "src/extension.ts",
            "--bundle",
            "--format=cjs",
            "--external:vscode",
            "--target=es2022",
            "--charset=ascii",
            "--log-level=warning",
            f"--outfile={BUNDLE}",
        ],
        cwd=HERE,
        check=True,
    )


def pack(out: Path) -> None:
    """Write the vsix: a zip of the bundle and of what describes it."""
    texts = {"[Content_Types].xml": TYPES, "extension.vsixmanifest": manifest()}
    parts = {name: text.encode() for name, text in texts.items()}
    parts |= {name: file.read_bytes() for name, file in FILES.items()}
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type = zipfile.ZIP_STORED  # zlib's bytes differ with its version
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)


def manifest() -> str:
    """Return the vsix's own description of the extension."""
    package = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    text = {name: quoteattr(package[name]) for name in ("name", "version", "publisher")}
    engine = quoteattr(package["engines"]["vscode"])
    return f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata>
<Identity Language="en-US" Id={text["name"]} Version={text["version"]}
 Publisher={text["publisher"]}/>
<DisplayName>{package["displayName"]}</DisplayName>
<Description xml:space="preserve">{package["description"]}</Description>
<Categories>{",".join(package["categories"])}</Categories>
<Properties><Property Id="Microsoft.VisualStudio.Code.Engine" Value={engine}/></Properties>
<License>extension/LICENSE.txt</License>
</Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
<Dependencies/>
<Assets>
<Asset Type="Microsoft.VisualStudio.Code.Manifest"
 Path="extension/package.json" Addressable="true"/>
<Asset Type="Microsoft.VisualStudio.Services.Content.Details"
 Path="extension/readme.md" Addressable="true"/>
</Assets>
</PackageManifest>
"""


def main() -> None:
    """Bundle and pack."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "judge.vsix"
    bundle()
    pack(out)
    print(out)  # noqa: T201 - the answer of a command


if __name__ == "__main__":
    main()
