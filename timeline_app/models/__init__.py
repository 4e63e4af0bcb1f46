"""Qt's item models over the values of the domain: QtCore and QtGui, never QtWidgets."""
