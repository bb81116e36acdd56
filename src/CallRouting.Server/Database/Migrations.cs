using System.Text.RegularExpressions;
using NodaTime.Extensions;

namespace CallRouting.Server.Database;

/// <summary>
/// Numbered SQL files, written once for all engines: column types are words in braces that the engine spells out.
/// Each file is applied once, in order, in a unit of its own.
/// </summary>
#pragma warning disable CA1857 // Migrations, and what engines say in their own way, are not constants; TransactSqlTests reads them by name.
public sealed class Migrations(Engine engine, Writes writes, TimeProvider clock)
{
    private const string Folder = "CallRouting.Server.Database.migrations.";

    private const string Applied = "select number from migrations";

    private const string OwnTable =
        "create table migrations (number {number} not null primary key, name {text} not null, applied_at {instant} not null)";

    private const string Note = "insert into migrations (number, name, applied_at) values (@number, @name, @now)";

    public static IReadOnlyList<Migration> All { get; } =
    [
        .. typeof(Migrations)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Migration.Of(name[Folder.Length..], Read(name)))
            .OrderBy(migration => migration.Number),
    ];

    /// <summary>Brings the schema up to date and tells which files were applied.</summary>
    public async Task<IReadOnlyList<Migration>> Apply(CancellationToken cancel = default)
    {
        await writes.Commit(CheckServer, cancel);
        await writes.Commit(CreateOwnTable, cancel);
        var applied = new List<Migration>();
        foreach (var migration in All)
        {
            if (await writes.Commit(unit => ApplyOnce(migration, unit), cancel))
            {
                applied.Add(migration);
            }
        }
        return applied;
    }

    private async Task CheckServer(UnitOfWork unit)
    {
        if (engine.Complaints is { } question && await unit.Query<string>(question) is { Count: > 0 } complaints)
        {
            throw new InvalidOperationException(string.Join('\n', complaints));
        }
    }

    private async Task CreateOwnTable(UnitOfWork unit)
    {
        if (await unit.Find<long>(engine.CountTables, new { table = "migrations" }) == 0)
        {
            await unit.Execute(Migration.Spelled(OwnTable, engine));
        }
    }

    private async Task<bool> ApplyOnce(Migration migration, UnitOfWork unit)
    {
        if ((await unit.Query<long>(Applied)).Contains(migration.Number))
        {
            return false;
        }
        foreach (var statement in migration.Statements(engine))
        {
            await unit.Execute(statement);
        }
        await unit.Execute(
            Note,
            new
            {
                number = migration.Number,
                name = migration.Name,
                now = clock.GetUtcNow().ToInstant(),
            }
        );
        return true;
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

#pragma warning restore CA1857

/// <param name="Number">Order of application; never reused.</param>
public sealed partial record Migration(int Number, string Name, string Sql)
{
    public static Migration Of(string file, string sql) =>
        FileName().Match(file) is { Success: true } match
            ? new(int.Parse(match.Groups[1].Value), match.Groups[2].Value, sql)
            : throw new InvalidOperationException($"Migration \"{file}\" must be named NNNN_what_it_does.sql.");

    public IEnumerable<string> Statements(Engine engine) =>
        Sql.Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(statement => Spelled(statement.TrimEnd(';'), engine));

    public static string Spelled(string sql, Engine engine) => TypeWord().Replace(sql, word => engine.Spell(word.Groups[1].Value));

    [GeneratedRegex(@"^(\d{4})_(\w+)\.sql$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex TypeWord();
}
