"""How somebody's log-ins end."""

from django.db.models import F

from articles.models import User


def end_sessions(of: User) -> None:
    """Log the person out everywhere. A log-in that is under way at this moment ends as well: it goes by what it read
    before. Whoever's own session is to go on takes it along by `update_session_auth_hash`."""
    User.objects.filter(pk=of.pk).update(log_ins_ended=F("log_ins_ended") + 1)
    of.refresh_from_db(fields=["log_ins_ended"])
