using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;
using NodaTime;

namespace CallRouting.Server.Database;

/// <summary>
/// One connection within one transaction. Stores put their statements to it; whoever opened it commits it. A statement is a
/// constant, never put together while we run: so a test finds every one of them in the program, and reads it as SQL Server would.
/// </summary>
public sealed class UnitOfWork(Engine engine, DbConnection connection, DbTransaction? transaction)
{
    public async Task<IReadOnlyList<T>> Query<T>([ConstantExpected] string sql, object? values = null) =>
        (await connection.QueryAsync<T>(sql, values, transaction)).AsList();

    /// <summary>The first rows of an ordered statement, as the engine says "first".</summary>
    public async Task<IReadOnlyList<T>> First<T>([ConstantExpected] string orderedSql, int count, object? values = null)
    {
        var parameters = new DynamicParameters(values);
        parameters.Add("count", count);
        return (await connection.QueryAsync<T>(engine.First(orderedSql), parameters, transaction)).AsList();
    }

    public async Task<T?> Find<T>([ConstantExpected] string sql, object values) =>
        await connection.QuerySingleOrDefaultAsync<T>(sql, values, transaction);

    /// <summary>A smallest or largest moment: null where there is no row to take it from.</summary>
    public async Task<Instant?> FindInstant([ConstantExpected] string sql, object? values = null) =>
        await connection.QuerySingleAsync<long?>(sql, values, transaction) is { } microseconds
            ? ColumnTypes.OfMicroseconds(microseconds)
            : null;

    public Task<int> Execute([ConstantExpected] string sql, object? values = null) => connection.ExecuteAsync(sql, values, transaction);

    /// <summary>Writes one row if it still is as it was read; otherwise somebody else was first, and the unit is asked again.</summary>
    public async Task ExecuteGuarded([ConstantExpected] string sql, object values)
    {
        if (await Execute(sql, values) == 0)
        {
            throw new LostRaceException(sql);
        }
    }
}

/// <summary>A row was changed between our reading and our writing.</summary>
public sealed class LostRaceException(string statement) : Exception("The row was changed by somebody else: " + statement);
