-- expect: reset
load(function() return " " end)
