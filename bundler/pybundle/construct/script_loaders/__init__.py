"""Programs for RequireJS (AMD) and Sea.js (CMD): their ids, configuration and files."""
