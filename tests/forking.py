"""`provenance` as processes that are forked from one in which all is loaded: a start takes a tenth of the time.

`write_command` makes a command for a PATH that asks the server for such a process. It has the asker's arguments, folder,
environment and streams, ends as any process of Python does, and its code is the asker's.
"""

import marshal
import os
import socket
import sys
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


def _warm():
    """Load what a check and its reports load, by one."""
    import provenance

    case = Path(__file__).parent.parent / "fixtures/cases/altered/negation"
    provenance.trace(case / "article.html", sources=case / "sources", offline=True)


if __name__ == "__main__":
    from provenance.cli import main

    _warm()
    serve(sys.argv[1])
    main()
