"""The model that ships: made from the table that ships, as `.ci/run` checks, and replaced for measuring by what the environment names."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path("tools").resolve()))

import train
from logistic import Example, fit, probability

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.detect import candidates_of, detect
from provenance.excerpts.model import Attribution, Markup
from provenance.excerpts.quotation.judging import ENVIRONMENT, features_of, quotation_model
from provenance.excerpts.quotation.page import Page

TEXT = "“The lamps stay on until the last boat is in,” said Ann Lee.\n\n> A block of words that somebody wrote.\n"


def test_table_holds_numbers_and_no_text():
    names, rows = train.read_table(train.TABLE)
    assert {len(row.values) for row in rows if row.kind == "block"} == {len(names["block"])}
    assert all(row.site.isdigit() and row.page.isdigit() for row in rows)


def test_every_feature_has_a_weight_and_every_weight_a_feature():
    annotated = AnnotatedArticle(read_text(TEXT, format=Format.MARKDOWN))
    candidates = candidates_of(annotated)
    page = Page(annotated, candidates, [Attribution()] * len(candidates))
    for candidate in candidates:
        assert set(features_of(page, candidate, Attribution())) == set(
            quotation_model().of(candidate).weights
        )
    assert {candidate.markup is Markup.INLINE for candidate in candidates} == {True, False}


def test_blocks_are_judged_by_few_features_for_so_few_labels():
    rows = [row for row in train.read_table(train.TABLE)[1] if row.kind == "block"]
    assert len(quotation_model().block.weights) <= sum(row.quoted for row in rows) // 25


def test_environment_names_another_model(tmp_path, monkeypatch):
    data = json.loads(train.MODEL.read_text("utf-8"))
    data["inline"]["threshold"] = data["block"]["threshold"] = 1.1
    (tmp_path / "model.json").write_text(json.dumps(data))
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "model.json"))
    assert detect(read_text(TEXT, format=Format.MARKDOWN)).excerpts == ()


@pytest.mark.parametrize(("value", "quoted"), [(0.0, False), (1.0, True)])
def test_regression_learns_what_one_feature_tells(value, quoted):
    examples = [Example((float(number % 2),), number % 2 == 1, 1.0, str(number)) for number in range(20)]
    assert (probability(fit(examples, penalty=0.1), (value,)) > 0.5) is quoted
