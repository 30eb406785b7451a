"""What a token takes out as a file it may also read: no file is a way around a scope."""

import pytest

from articles.models import AuditEvent
from review.models import TokenScope
from review.outgoing.exports import Export
from tests.review.api.conftest import problem, system
from tests.review.outgoing.conftest import Signed, signed, signed_for_all

__all__ = ["signed", "signed_for_all"]

EVERYTHING = {TokenScope.DRAFTS, TokenScope.FINDINGS, TokenScope.CLAIMS, TokenScope.DECISIONS}
HELD = {
    Export.PACK_PDF: EVERYTHING,
    Export.PACK_JSON: EVERYTHING,
    Export.CLAIM_REVIEW: {TokenScope.CLAIMS},
    Export.CSV: {TokenScope.FINDINGS},
    Export.WORD: {TokenScope.DRAFTS, TokenScope.FINDINGS},
}


@pytest.mark.parametrize(
    ("export", "lacking"), [(export, scope) for export, scopes in HELD.items() for scope in sorted(scopes)]
)
def test_file_is_refused_to_a_token_that_may_not_read_what_it_holds(
    signed: Signed, export: Export, lacking: TokenScope
) -> None:
    scopes = set(TokenScope) - {lacking}

    told = problem(system(signed.room, *scopes).ask("GET", f"/drafts/{signed.draft.pk}/out/{export}"))

    assert (told["status"], told["detail"]) == (403, f"This takes a token that may do this: {lacking.label}.")
    assert not AuditEvent.objects.filter(verb="took_out").exists()


def test_refusal_names_every_scope_that_is_lacking(signed: Signed) -> None:
    told = problem(system(signed.room, TokenScope.EXPORTS).ask("GET", f"/drafts/{signed.draft.pk}/out/word"))

    assert told["detail"] == "This takes a token that may do this: Read stories and drafts; Read findings."


@pytest.mark.parametrize("export", list(Export))
def test_file_is_given_to_a_token_that_may_read_what_it_holds(signed: Signed, export: Export) -> None:
    scopes = {TokenScope.EXPORTS} | HELD.get(export, set())

    assert system(signed.room, *scopes).ask("GET", f"/drafts/{signed.draft.pk}/out/{export}").status_code == 200
