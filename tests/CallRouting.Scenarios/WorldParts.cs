using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace CallRouting.Scenarios;

/// <summary>Where files of the repository are, from a test's output folder.</summary>
public static class Repository
{
    public static string Folder(string name)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "CallRouting.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }
        return Path.Combine(at.FullName, name);
    }
}

/// <summary>A migrated database with all registers, made once for all worlds; each world starts with a copy.</summary>
public static class Template
{
    private static readonly Lazy<Task<string>> Made = new(Make);

    public static async Task CopyTo(string file) => File.Copy(await Made.Value, file);

    private static async Task<string> Make()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("template-").FullName, "template.db");
        using var engine = new SqliteEngine(file, durable: false);
        await Fill(engine);
        await Checkpoint(engine);
        return file;
    }

    /// <summary>Makes the schema in an empty database, and reads the registers into it.</summary>
    public static async Task Fill(Engine engine)
    {
        ColumnTypes.Register();
#pragma warning disable RS0030
        await using var writes = new Writes(engine, TimeProvider.System, new Random(1));
#pragma warning restore RS0030
        await new Migrations(engine, writes, TimeProvider.System).Apply();
        var (reads, store) = (new Reads(engine), new RegisterStore());
        var load = await new RegisterRunner(store, writes, new PlacesInForce(store, reads), TimeProvider.System).Load(
            RegisterFiles.OwnFolder
        );
        Assert.That(load.Outcome, Is.EqualTo(LoadOutcome.Loaded));
    }

    // The copy is of the file alone, so nothing may be left in the log beside it.
    private static async Task Checkpoint(SqliteEngine engine)
    {
        await new Reads(engine).Ask(unit => unit.Query<long>("pragma wal_checkpoint(truncate)"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}

/// <summary>How many requests are on their way between the two hosts.</summary>
public sealed class InFlight
{
    private readonly Lock gate = new();
    private TaskCompletionSource? quiet;
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Completes when none is under way; by the time it is looked at, another may be.</summary>
    public Task WhenNone()
    {
        lock (gate)
        {
            return count == 0
                ? Task.CompletedTask
                : (quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    public async Task<T> While<T>(Func<Task<T>> request)
    {
        Interlocked.Increment(ref count);
        try
        {
            return await request();
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        TaskCompletionSource? reached = null;
        lock (gate)
        {
            if (Interlocked.Decrement(ref count) == 0)
            {
                (reached, quiet) = (quiet, null);
            }
        }
        reached?.SetResult();
    }
}

/// <summary>The road from one host to the other, wherever the other lives by then.</summary>
public sealed class Road(InFlight inFlight, Func<WebApplication> to) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        inFlight.While(async () =>
        {
            using var sent = new HttpMessageInvoker(new SentTarget(to().GetTestServer().CreateHandler()), disposeHandler: false);
            var response = await sent.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        });
}
