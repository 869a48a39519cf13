"""`provenance` as processes that are forked from one in which all is loaded: a start takes a tenth of the time.

`write_command` makes a command for a PATH that asks the server for such a process. It has the asker's arguments, folder,
environment and streams, and its code is the asker's. It ends without taking apart what it has loaded, which would take longer than
most commands.
"""

import atexit
import marshal
import os
import socket
import sys
from contextlib import redirect_stdout, suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path

_CLIENT = """#!{python} -IS
import marshal, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    asked = marshal.dumps((sys.argv[1:], os.getcwd(), dict(os.environ)))
    socket.send_fds(server, [len(asked).to_bytes(8, "big")], [0, 1, 2])
    server.sendall(asked)
    sys.exit(server.recv(1)[0])
"""


def write_command(path, address):
    """Write the command that asks the server at an address, a path, for a process."""
    path.write_text(_CLIENT.format(python=sys.executable, address=str(address)), "utf-8")
    path.chmod(0o755)


def serve(address):
    """Answer every asker with a process; returns in that process, which is to run the command."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        waiting = []
        sys.stdout.write("listening\n")
        sys.stdout.flush()
        while True:
            asker, _ = listener.accept()
            waiting = [process for process in waiting if os.waitpid(process, os.WNOHANG) == (0, 0)]
            process = os.fork()
            if not process:
                listener.close()
                _become(asker)
                return
            waiting.append(process)
            asker.close()


def _become(asker):
    length, streams, *_ = socket.recv_fds(asker, 8, 3)
    asked = b""
    while len(asked) < int.from_bytes(length, "big"):
        asked += asker.recv(1 << 16)
    arguments, folder, environment = marshal.loads(asked)
    command = os.fork()
    if command:
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(command, 0)
        asker.sendall(bytes([os.waitstatus_to_exitcode(status) % 256]))
        os._exit(0)
    asker.close()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["provenance", *arguments]


def _end(command):
    """Run a command and end the process with its code, after all that is to be done at an end."""
    try:
        command()
    except SystemExit as end:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code or 0)


def _warm():
    """Load what a check and its report load, by one."""
    site = Path(__file__).parent.parent / "examples/site"
    sys.argv = ["provenance", "check", str(site / "content"), "--config", str(site / "provenance.toml")]
    with TextIOWrapper(BytesIO()) as nowhere, redirect_stdout(nowhere), suppress(SystemExit):
        main()


if __name__ == "__main__":
    from provenance.cli import main

    address = sys.argv[1]
    _warm()
    serve(address)
    _end(main)
