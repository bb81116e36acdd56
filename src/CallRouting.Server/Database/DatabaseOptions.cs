namespace CallRouting.Server.Database;

/// <summary>Section "Database" of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Sqlite, Postgres or SqlServer.</summary>
    public string Engine { get; set; } = "Sqlite";

    /// <summary>For SQLite.</summary>
    public string File { get; set; } = "data/callrouting.db";

    /// <summary>For the servers.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Only a simulation, whose worlds are thrown away, may turn this off.</summary>
    public bool Durable { get; set; } = true;

    public Database.Engine Choose() =>
        Engine.ToUpperInvariant() switch
        {
            "SQLITE" => new SqliteEngine(File, Durable),
            "POSTGRES" => new PostgresEngine(Server()),
            "SQLSERVER" => new SqlServerEngine(Server()),
            _ => throw new InvalidOperationException($"Database:Engine is \"{Engine}\". It may be Sqlite, Postgres or SqlServer."),
        };

    private string Server() =>
        ConnectionString ?? throw new InvalidOperationException($"Database:ConnectionString is missing. {Engine} needs one.");
}
