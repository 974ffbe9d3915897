"""The windows of Mavis: the only floor that knows Qt."""

from mavis.ui.late_signatures import import_qt

import_qt()
