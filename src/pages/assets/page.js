/** What every page can do better where scripts run. */
