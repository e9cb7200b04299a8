"""The guest that calls the code of a package inside the sandbox."""
