-- expect: error Task queue overflow
for i = 1, 1e6 do node.task.post(function() end) end
