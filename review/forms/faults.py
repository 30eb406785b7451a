"""Of a form that is refused, the first field at fault has the focus as its page opens, also without scripts."""

from typing import Any

from django.forms import BoundField, Widget
from django.forms.boundfield import BoundWidget
from django.forms.renderers import DjangoTemplates
from django.utils.functional import cached_property


class FieldOfForm(BoundField):
    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        return built | {"autofocus": True} if self._is_first_at_fault else built

    @cached_property
    def subwidgets(self) -> list[BoundWidget]:
        """Of several boxes of one field the first: a page has one place for the focus."""
        boxes: list[BoundWidget] = super().subwidgets
        for box in boxes[1:]:
            box.data["attrs"].pop("autofocus", None)
        return boxes

    @property
    def _is_first_at_fault(self) -> bool:
        at_fault = (field.name for field in self.form.visible_fields() if field.errors)
        return self.name == next(at_fault, None)


class Renderer(DjangoTemplates):
    """For every form of the app, by the setting FORM_RENDERER."""

    bound_field_class = FieldOfForm
