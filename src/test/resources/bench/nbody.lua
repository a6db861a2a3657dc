local b = {}
for i = 1, 5 do b[i] = {x = i, y = i * 0.7, z = i * 0.3, vx = 0.1 * i, vy = 0, vz = 0.05, mass = 1 / i} end
local sqrt = math.sqrt
local function advance(dt)
  for i = 1, 5 do
    local p = b[i]
    for j = i + 1, 5 do
      local q = b[j]
      local dx, dy, dz = p.x - q.x, p.y - q.y, p.z - q.z
      local d2 = dx * dx + dy * dy + dz * dz
      local mag = dt / (d2 * sqrt(d2))
      p.vx = p.vx - dx * q.mass * mag
      p.vy = p.vy - dy * q.mass * mag
      p.vz = p.vz - dz * q.mass * mag
      q.vx = q.vx + dx * p.mass * mag
      q.vy = q.vy + dy * p.mass * mag
      q.vz = q.vz + dz * p.mass * mag
    end
  end
  for i = 1, 5 do
    local p = b[i]
    p.x = p.x + dt * p.vx
    p.y = p.y + dt * p.vy
    p.z = p.z + dt * p.vz
  end
end
for _ = 1, 1000 do advance(0.01) end
return b[1].x
