"""`judge completion`: what a shell needs to complete the judge's commands."""

import click

from judge import cli

#: Where each shell's users put the line that loads it.
PLACES = {
    "bash": 'eval "$(judge completion bash)" in ~/.bashrc',
    "zsh": 'eval "$(judge completion zsh)" in ~/.zshrc, after compinit',
    "fish": "judge completion fish > ~/.config/fish/completions/judge.fish",
}


@click.command(epilog="  ".join(f"{shell}: {place}." for shell, place in PLACES.items()))
@click.argument("shell", type=click.Choice(list(PLACES)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print a script that completes commands, options, problems and files in a shell."""
    click.echo(cli.completion_script(ctx.find_root().command, shell), nl=False)
