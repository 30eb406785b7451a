"""Where each rule of rules.yaml fires, and where it does not: read by `semgrep test`, and run by nobody."""

# ruff: noqa
# ruleid: calls-the-network
import requests
from django.contrib.auth.decorators import login_required

# ruleid: rows-of-other-desks
story = get_object_or_404(Story, pk=story_id)
# ruleid: rows-of-other-desks
story = Story.objects.get(pk=story_id)
# ok: rows-of-other-desks
story = get_object_or_404(Story.objects.visible_to(request.user), pk=story_id)


# ruleid: open-to-all
@login_not_required
def page(request):
    # ruleid: led-elsewhere
    return redirect(request.GET.get("next"))


# ruleid: open-to-all
@csrf_exempt
def hook(request):
    # ok: led-elsewhere
    return redirect(page_of_story(story, request.GET.get("next")))


# ruleid: copy-as-markup
shown = mark_safe(draft.text)
# ok: copy-as-markup
shown = format_html("<p>{}</p>", draft.text)

# ruleid: words-in-a-log
log.info(f"read {draft}")
# ruleid: words-in-a-log
log.warning("%s failed", draft.text)
# ok: words-in-a-log
log.warning("draft %s failed", draft.pk)

# ruleid: statement-from-words
cursor.execute(f"SELECT id FROM articles_draft WHERE text = '{words}'")
# ruleid: statement-from-words
Draft.objects.raw("SELECT * FROM articles_draft")
# ok: statement-from-words
cursor.execute("SELECT id FROM articles_draft WHERE text = %s", [words])

# ruleid: runs-what-it-reads
subprocess.run(command, shell=True)
# ruleid: runs-what-it-reads
archive.extractall(place)
# ok: runs-what-it-reads
archive.extractall(place, filter="data")
