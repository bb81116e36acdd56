using System.Data;
using System.Data.Common;
using Dapper;

namespace CallRouting.Server.Database;

/// <summary>What differs between the three databases, and nothing else. One small class each.</summary>
public abstract class Engine(DbProviderFactory factory, string connectionString)
{
    public abstract string Name { get; }

    /// <summary>How this engine spells a column-type word of the migrations: id, instant, text, longtext, number, flag, bytes, sequence; and no, a flag's default.</summary>
    public abstract string Spell(string word);

    /// <summary>How many tables are called @table: one or none.</summary>
    public virtual string CountTables => "select count(*) from information_schema.tables where table_name = @table";

    /// <summary>The first rows of an ordered statement; it takes the parameter @count.</summary>
    public virtual string First(string orderedSql) => orderedSql + "\nlimit @count";

    /// <summary>Whether the same work may be tried again: a deadlock, a serialization failure, a lost race for a unique key.</summary>
    public abstract bool IsLostRace(DbException exception);

    /// <summary>Whether the server is gone or has dropped us. What was not being committed then did not happen.</summary>
    public virtual bool IsLostConnection(Exception exception) => false;

    /// <summary>One sentence a row about what is not set up as we need it; no row from a server that is.</summary>
    public virtual string? Complaints => null;

    /// <summary>
    /// Makes a transaction that writes the only one in its database, to its commit, whichever instance it is of (decision 0007).
    /// </summary>
    public virtual string? OneWriter => null;

    public virtual async Task<DbConnection> Open(CancellationToken cancel)
    {
        var connection = factory.CreateConnection()!;
        connection.ConnectionString = connectionString;
        try
        {
            await connection.OpenAsync(cancel);
            await Prepare(connection, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public virtual async ValueTask<DbTransaction> BeginWriting(DbConnection connection, CancellationToken cancel)
    {
        // Whoever waited for the lock reads, statement by statement, what the writer before it has committed.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await connection.ExecuteAsync(new CommandDefinition(OneWriter!, transaction: transaction, cancellationToken: cancel));
        return transaction;
    }

    /// <summary>Makes it last. A simulated process may be killed on either side of this.</summary>
    public virtual Task Commit(DbTransaction transaction, CancellationToken cancel) => transaction.CommitAsync(cancel);

    protected virtual Task Prepare(DbConnection connection, CancellationToken cancel) => Task.CompletedTask;
}
