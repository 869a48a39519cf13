"""The command line in this process, as its own tests run it."""

from tests.cli.conftest import provenance

__all__ = ["provenance"]
