"""Everything that a person can do: each act checks its policy, changes rows, writes its event and enqueues."""
