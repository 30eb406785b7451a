"""What kinds of names are called on the pages."""

from django import template

from review.labels import short_label

register = template.Library()
register.filter("in_words", short_label)
