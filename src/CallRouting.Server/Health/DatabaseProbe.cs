using System.Data.Common;
using CallRouting.Server.Database;
using CallRouting.Server.Demo;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Health;

/// <summary>
/// Writes one row now and then, so that a full disk or a locked file is known before the next caller meets it, and known to be over
/// as soon as it is.
/// </summary>
public sealed class DatabaseProbe(Writes writes, Proofs proofs, TimeProvider clock, ILogger<DatabaseProbe> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string Touch = "update proofs set shown_at = @now where name = @name";
    private const string Begin = "insert into proofs (name, shown_at) values (@name, @now)";

    private Task? writing;
    private volatile Fault? fault;

    /// <summary>Why nothing can be written, since when; null: it can.</summary>
    public Fault? Wrong => fault;

    public async Task RunOnce(CancellationToken cancel = default)
    {
        try
        {
            // One that is still waiting says all there is to say.
            writing ??= writes.Commit(Write, CancellationToken.None);
            await writing.WaitAsync(clock.OnTheWall(Patience), clock, cancel);
            writing = null;
            Works();
        }
        catch (Exception broken) when (!cancel.IsCancellationRequested)
        {
            writing = writing is { IsCompleted: false } ? writing : null;
            Fails(InWords(broken));
        }
    }

    private async Task Write(UnitOfWork unit)
    {
        var row = new { name = Proofs.Writing, now = clock.GetUtcNow().ToInstant() };
        if (await unit.Execute(Touch, row) == 0)
        {
            await unit.Execute(Begin, row);
        }
    }

    private void Works()
    {
        proofs.Show(Proofs.Writing);
        if (fault is { } over)
        {
            log.LogWarning("The database takes what is written again, after {Why} since {Since}.", over.Why, over.Since);
            fault = null;
        }
    }

    private void Fails(string why)
    {
        if (fault?.Why != why)
        {
            fault = new(why, fault?.Since ?? clock.GetUtcNow().ToInstant());
            log.LogCritical("The database does not take what is written: {Why}.", why);
        }
    }

    // SQLite's result codes (sqlite.org/rescode.html).
    private static string InWords(Exception broken) =>
        broken switch
        {
            TimeoutException => "nothing is taken within five seconds; another program may hold it locked",
            SqliteException { SqliteErrorCode: 5 or 6 } => "another program holds the file locked",
            SqliteException { SqliteErrorCode: 8 } => "the file is read-only",
            SqliteException { SqliteErrorCode: 10 } => "the disk fails",
            SqliteException { SqliteErrorCode: 11 or 26 } => "the file is damaged",
            SqliteException { SqliteErrorCode: 13 } => "the disk is full",
            SqliteException { SqliteErrorCode: 14 } => "the file cannot be opened",
            DbException database => database.Message,
            _ => broken.GetType().Name,
        };

    public sealed record Fault(string Why, Instant Since);
}
