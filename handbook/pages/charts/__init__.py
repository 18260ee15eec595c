"""What is drawn: the boxes and arrows of each chart, their Mermaid text, the Gantt chart."""
