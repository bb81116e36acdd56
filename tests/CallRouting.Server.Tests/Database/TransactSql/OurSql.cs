using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using CallRouting.Server.Database;

namespace CallRouting.Server.Tests.Database.TransactSql;

/// <summary>
/// Every statement of the server, whether or not some test has it run. <see cref="UnitOfWork"/> takes constants only, and the
/// compiler puts constants together and writes each into the program's table of strings: that table is read here.
/// </summary>
internal static partial class OurSql
{
    public static IReadOnlyList<string> Statements { get; } =
    [
        .. Strings()
            .Where(text => Begins().IsMatch(text) && !OfOneEngine.Contains(text))
            .Select(text => Migration.Spelled(text, new SqlServerEngine("Server=nowhere")))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    // These are written for one database and nothing else.
    private static string?[] OfOneEngine
    {
        get
        {
            Engine[] engines = [new SqliteEngine("x.db"), new PostgresEngine("Host=x"), new SqlServerEngine("Server=nowhere")];
            return [.. engines.SelectMany(engine => new[] { engine.CountTables, engine.Complaints, engine.OneWriter })];
        }
    }

    private static IEnumerable<string> Strings()
    {
        using var file = new PEReader(File.OpenRead(typeof(UnitOfWork).Assembly.Location));
        var table = file.GetMetadataReader();
        for (var at = table.GetNextHandle(MetadataTokens.UserStringHandle(0)); !at.IsNil; at = table.GetNextHandle(at))
        {
            yield return table.GetUserString(at);
        }
    }

    [GeneratedRegex(
        @"^\s*(select\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\(|create\s|alter\s|declare\s|exec\s|merge\s)"
    )]
    private static partial Regex Begins();
}
