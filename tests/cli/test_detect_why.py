"""``detect --why``: what spoke for and against each candidate."""


def test_evidence_stands_behind_each_excerpt_and_each_rejected_candidate(provenance, tmp_path):
    (tmp_path / "a.txt").write_text(
        "“The lamps stay on until the last boat is in,” said Ann Lee.\n\nShe won a prize for the song “a winter of quiet lies”.\n"
    )
    shown = " ".join(provenance("detect", "a.txt", "--why", cwd=tmp_path).stdout.split())
    assert "quoted (0." in shown
    assert "words +" in shown
    assert "line 3: a winter of quiet lies" in shown
    assert "beside a word for a thing -" in shown


def test_evidence_is_not_shown_unasked(provenance, tmp_path):
    (tmp_path / "a.txt").write_text("“The lamps stay on until the last boat is in,” said Ann Lee.\n")
    assert "words +" not in provenance("detect", "a.txt", cwd=tmp_path).stdout
