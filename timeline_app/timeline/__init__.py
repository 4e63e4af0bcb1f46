"""From columns to geometry: scale, ticks, lanes, levels, scene. numpy, no Qt."""
