using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CallRouting.Server.Tests.Database.TransactSql;

/// <summary>A statement as Microsoft's parser reads it, by the grammar of SQL Server 2019.</summary>
internal static partial class Parsed
{
    /// <exception cref="FormatException">The parser refuses it; says where and why.</exception>
    public static TSqlFragment Read(string sql)
    {
        using var reader = new StringReader(Lists().Replace(sql, "in (@$1)"));
        var read = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Count == 0
            ? read
            : throw new FormatException(
                string.Join('\n', errors.Select(error => $"Line {error.Line}, column {error.Column}: {error.Message}").Append(sql))
            );
    }

    // Dapper writes a list out before the server sees it.
    [GeneratedRegex(@"\bin\s+@(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Lists();
}
