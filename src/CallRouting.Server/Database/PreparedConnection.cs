using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CallRouting.Server.Database;

/// <summary>
/// A connection to SQLite that keeps its statements compiled. There is no server to remember them, and compiling a small
/// statement costs more than running it. Disposed of, it goes back to whoever lent it.
/// </summary>
internal sealed class PreparedConnection(SqliteConnection connection, Action<PreparedConnection> giveBack) : DbConnection
{
    private readonly Dictionary<string, Stack<SqliteCommand>> idle = [];

    [AllowNull]
    public override string ConnectionString
    {
        get => connection.ConnectionString;
        set => connection.ConnectionString = value;
    }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public override void Open() => connection.Open();

    // A transaction that was left open would hold the file's only writer's lock: whoever lends would lend a dead connection.
    public override void Close() => giveBack(this);

    public override void ChangeDatabase(string databaseName) => connection.ChangeDatabase(databaseName);

    public SqliteTransaction BeginImmediate() => connection.BeginTransaction(deferred: false);

    public void CloseForGood() => connection.Dispose();

    internal SqliteCommand Take(string text)
    {
        if (idle.TryGetValue(text, out var compiled) && compiled.TryPop(out var command))
        {
            return command;
        }
        command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    internal void Keep(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (!idle.TryGetValue(command.CommandText, out var compiled))
        {
            idle.Add(command.CommandText, compiled = new());
        }
        compiled.Push(command);
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => connection.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        Close();
        base.Dispose(disposing);
    }
}

/// <summary>A command that borrows a compiled one for as long as it lives.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private SqliteCommand command = new();

    [AllowNull]
    public override string CommandText
    {
        get => command.CommandText;
        set
        {
            // Whoever makes a command may give it its transaction first.
            var transaction = command.Transaction;
            command = connection.Take(value ?? "");
            command.Transaction = transaction;
        }
    }

    public override int CommandTimeout
    {
        get => command.CommandTimeout;
        set => command.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => command.CommandType;
        set => command.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set { }
    }

    protected override DbParameterCollection DbParameterCollection => command.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => command.Transaction;
        set => command.Transaction = (SqliteTransaction?)value;
    }

    public override void Cancel() => command.Cancel();

    public override int ExecuteNonQuery() => command.ExecuteNonQuery();

    public override object? ExecuteScalar() => command.ExecuteScalar();

    public override void Prepare() => command.Prepare();

    protected override DbParameter CreateDbParameter() => command.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => command.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (command.CommandText.Length > 0)
        {
            connection.Keep(command);
        }
        command = new();
        base.Dispose(disposing);
    }
}
