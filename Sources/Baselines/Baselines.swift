// Baselines
