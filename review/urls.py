"""The screens' addresses."""

from django.urls import path, register_converter

from review.converters import DecisionConverter, ExportConverter
from review.models import ResolutionKind
from review.views.board import board, story
from review.views.claims import claim_take_back, claim_verdict, claims
from review.views.comments import comment, comments, finding_thread
from review.views.company import company
from review.views.connections import (
    call_again,
    connections,
    token_make,
    token_revoke,
    webhook_add,
    webhook_remove,
)
from review.views.desks import desk, desk_invite, desk_invite_again, desk_member, desk_take_off, desks
from review.views.exports import export, pack
from review.views.findings import resolve, take_back
from review.views.handin import hand_in, hand_in_to, try_examples
from review.views.history import export as history_export
from review.views.history import history
from review.views.house import house, house_add, house_csv, house_entry, house_strike, house_take_in
from review.views.mails import mail, mails, mails_read
from review.views.names import name_rule, name_take_back
from review.views.planning import hand_over, plan
from review.views.precision import precision, precision_tune, read_again
from review.views.preferences import preferences, unsubscribe
from review.views.records import export as records_export
from review.views.records import records
from review.views.review import compare, review
from review.views.runs import progress, try_again
from review.views.several import dismiss_several, take_back_several
from review.views.signoff import leave_out, sign_off, take_decision, take_in
from review.views.uploads import upload, upload_again, upload_confirm, upload_discard
from review.views.uploads_at_once import confirm_at_once
from review.views.withdrawal import move, withdraw

register_converter(DecisionConverter, "decision")
register_converter(ExportConverter, "export")

urlpatterns = [
    path("", board, name="board"),
    path("hand-in/", hand_in, name="hand-in"),
    path("hand-over/", hand_over, name="hand-over"),
    path("uploads/<int:upload_id>/", upload, name="upload"),
    path("uploads/<int:upload_id>/confirm/", upload_confirm, name="upload-confirm"),
    path("uploads/<int:upload_id>/discard/", upload_discard, name="upload-discard"),
    path("uploads/<int:upload_id>/again/", upload_again, name="upload-again"),
    path("stories/<int:story_id>/", story, name="story"),
    path("stories/<int:story_id>/hand-in/", hand_in_to, name="hand-in-to"),
    path("stories/<int:story_id>/hand-in/drafts/", confirm_at_once, name="uploads-confirm"),
    path("stories/<int:story_id>/progress/", progress, name="progress"),
    path("stories/<int:story_id>/review/", review, name="review"),
    path("stories/<int:story_id>/company/", company, name="company"),
    path("stories/<int:story_id>/compare/", compare, name="compare"),
    path("stories/<int:story_id>/findings/dismiss/", dismiss_several, name="findings-dismiss"),
    path("stories/<int:story_id>/findings/take-back/", take_back_several, name="findings-take-back"),
    path("findings/<int:finding_id>/dismiss/", resolve, {"kind": ResolutionKind.DISMISSED}, name="finding-dismiss"),
    path("findings/<int:finding_id>/to-fix/", resolve, {"kind": ResolutionKind.TO_FIX}, name="finding-to-fix"),
    path("findings/<int:finding_id>/accept/", resolve, {"kind": ResolutionKind.ACCEPTED}, name="finding-accept"),
    path("findings/<int:finding_id>/reopen/", resolve, {"kind": ResolutionKind.REOPENED}, name="finding-reopen"),
    path("findings/<int:finding_id>/take-back/", take_back, name="finding-take-back"),
    path("stories/<int:story_id>/names/rule/", name_rule, name="name-rule"),
    path("stories/<int:story_id>/names/take-back/", name_take_back, name="name-take-back"),
    path("stories/<int:story_id>/claims/", claims, name="claims"),
    path("claims/<int:claim_id>/verdict/", claim_verdict, name="claim-verdict"),
    path("claims/<int:claim_id>/take-back/", claim_take_back, name="claim-take-back"),
    path("stories/<int:story_id>/comments/", comments, name="comments"),
    path("annotations/<int:annotation_id>/comment/", comment, name="comment"),
    path("findings/<int:finding_id>/comments/", finding_thread, name="finding-thread"),
    path("stories/<int:story_id>/sign-off/", sign_off, name="sign-off"),
    path("stories/<int:story_id>/sign-off/<decision:kind>/", take_decision, name="decide"),
    path("drafts/<int:draft_id>/withdraw/", withdraw, name="draft-withdraw"),
    path("drafts/<int:draft_id>/move/", move, name="draft-move"),
    path("drafts/<int:draft_id>/pack/", pack, name="pack"),
    path("drafts/<int:draft_id>/out/<export:export>/", export, name="export"),
    path("drafts/<int:draft_id>/leave-out/", leave_out, name="leave-out"),
    path("drafts/<int:draft_id>/take-in-again/", take_in, name="take-in"),
    path("stories/<int:story_id>/plan/", plan, name="plan"),
    path("stories/<int:story_id>/history/", history, name="history"),
    path("stories/<int:story_id>/history/export/", history_export, name="history-export"),
    path("analyses/<int:analysis_id>/try-again/", try_again, name="try-again"),
    path("comparisons/<int:comparison_id>/try-again/", try_again, name="try-again"),
    path("stories/<int:story_id>/read-again/", read_again, name="read-again"),
    path("records/", records, name="records"),
    path("records/export/", records_export, name="records-export"),
    path("desks/", desks, name="desks"),
    path("desks/<slug:desk_slug>/", desk, name="desk"),
    path("desks/<slug:desk_slug>/examples/", try_examples, name="try-examples"),
    path("desks/<slug:desk_slug>/invite/", desk_invite, name="desk-invite"),
    path("members/<int:membership_id>/role/", desk_member, name="desk-member"),
    path("members/<int:membership_id>/invite-again/", desk_invite_again, name="desk-invite-again"),
    path("members/<int:membership_id>/take-off/", desk_take_off, name="desk-take-off"),
    path("desks/<slug:desk_slug>/house-list/", house, name="house"),
    path("desks/<slug:desk_slug>/house-list/add/", house_add, name="house-add"),
    path("desks/<slug:desk_slug>/house-list/take-in/", house_take_in, name="house-take-in"),
    path("desks/<slug:desk_slug>/house-list.csv", house_csv, name="house-csv"),
    path("house-list/<int:entry_id>/", house_entry, name="house-entry"),
    path("house-list/<int:entry_id>/strike/", house_strike, name="house-strike"),
    path("desks/<slug:desk_slug>/precision/", precision, name="precision"),
    path("desks/<slug:desk_slug>/precision/tune/", precision_tune, name="precision-tune"),
    path("desks/<slug:desk_slug>/connections/", connections, name="connections"),
    path("desks/<slug:desk_slug>/connections/tokens/", token_make, name="token-make"),
    path("desks/<slug:desk_slug>/connections/webhooks/", webhook_add, name="webhook-add"),
    path("tokens/<int:token_id>/revoke/", token_revoke, name="token-revoke"),
    path("webhooks/<int:webhook_id>/remove/", webhook_remove, name="webhook-remove"),
    path("calls/<int:call_id>/again/", call_again, name="call-again"),
    path("notifications/", mails, name="mails"),
    path("notifications/by-mail/", preferences, name="preferences"),
    path("unsubscribe/<str:token>/", unsubscribe, name="unsubscribe"),
    path("notifications/read/", mails_read, name="mails-read"),
    path("notifications/<int:alert_id>/", mail, name="mail"),
]
