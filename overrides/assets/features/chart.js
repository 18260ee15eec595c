// Flowcharts that people can use. The picture and the list of steps are there without it.
