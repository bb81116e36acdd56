using System.Data.Common;
using System.Threading.Channels;
using Polly;
using Polly.Retry;

namespace CallRouting.Server.Database;

/// <summary>
/// The one door for writing. Units that wait at the same time share one transaction, a savepoint each, so that they also
/// share one flush to disk; each caller is answered after the commit, never before. A unit that loses a race, or the connection, is
/// asked again.
/// </summary>
public sealed class Writes : IAsyncDisposable
{
    private const int LargestGroup = 64;
    private const int MostTries = 5;

    private readonly Engine engine;
    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly ResiliencePipeline again;
    private readonly Task writing;
    private int pending;

    public Writes(Engine engine, TimeProvider clock, Random random)
    {
        this.engine = engine;
        again = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(RetryLostRaces(engine, random))
            .Build();
        writing = Task.Run(WriteUntilClosed);
    }

    /// <summary>Something was committed by this process. Told on the writing thread: whoever listens only takes a note of it.</summary>
    public event Action? Committed;

    /// <summary>Nothing waits to be written.</summary>
    public bool Idle => Volatile.Read(ref pending) == 0;

    /// <summary>Runs a unit and returns when it is committed. The unit may run more than once and must only touch the database.</summary>
    public async Task<T> Commit<T>(Func<UnitOfWork, Task<T>> unit, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref pending);
        try
        {
            return await again.ExecuteAsync(async _ => (T)(await Enqueue(async work => await unit(work)))!, cancel);
        }
        finally
        {
            Interlocked.Decrement(ref pending);
        }
    }

    public Task Commit(Func<UnitOfWork, Task> unit, CancellationToken cancel = default) =>
        Commit(
            async work =>
            {
                await unit(work);
                return true;
            },
            cancel
        );

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
    }

    private Task<object?> Enqueue(Func<UnitOfWork, Task<object?>> unit)
    {
        var waiting = new Waiting(unit);
        return queue.Writer.TryWrite(waiting)
            ? waiting.Answer.Task
            : throw new ObjectDisposedException(nameof(Writes), "The database is closed.");
    }

    private async Task WriteUntilClosed()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var group = new List<Waiting>();
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var waiting))
            {
                group.Add(waiting);
            }
            await WriteTogether(group);
        }
    }

    private async Task WriteTogether(List<Waiting> group)
    {
        var committing = false;
        try
        {
            await using var connection = await engine.Open(CancellationToken.None);
            await using var transaction = await engine.BeginWriting(connection, CancellationToken.None);
            for (var i = 0; i < group.Count; i++)
            {
                // Alone it needs no savepoint: the whole transaction is its own.
                await WriteOne(group[i], group.Count > 1 ? $"unit{i}" : null, connection, transaction);
            }
            if (group is not [{ Refused: not null }])
            {
                committing = true;
                await engine.Commit(transaction, CancellationToken.None);
                Committed?.Invoke();
            }
            group.ForEach(waiting => waiting.Tell());
        }
        catch (Exception broken) when (!committing && (engine.IsLostConnection(broken) || group.Exists(LostRace)))
        {
            group.ForEach(waiting => waiting.Fail(new LostTransactionException(broken)));
        }
        // A commit that was not answered may have happened, so it is not asked for again.
        catch (Exception broken)
        {
            group.ForEach(waiting => waiting.Fail(broken));
        }
    }

    private async Task WriteOne(Waiting waiting, string? savepoint, DbConnection connection, DbTransaction transaction)
    {
        await (savepoint is null ? Task.CompletedTask : transaction.SaveAsync(savepoint));
        try
        {
            waiting.Result = await waiting.Unit(new UnitOfWork(engine, connection, transaction));
        }
        catch (Exception refused) when (!engine.IsLostConnection(refused))
        {
            waiting.Refused = refused;
            // SQL Server ends the whole transaction of who lost a deadlock, so that this fails too.
            await (savepoint is null ? Task.CompletedTask : transaction.RollbackAsync(savepoint));
        }
    }

    private bool LostRace(Waiting waiting) => waiting.Refused is DbException lost && engine.IsLostRace(lost);

    private static RetryStrategyOptions RetryLostRaces(Engine engine, Random random) =>
        new()
        {
            ShouldHandle = new PredicateBuilder()
                .Handle<LostRaceException>()
                .Handle<LostTransactionException>()
                .Handle<DbException>(engine.IsLostRace),
            MaxRetryAttempts = MostTries,
            Delay = TimeSpan.FromMilliseconds(20),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Randomizer = () =>
            {
                lock (random)
                {
                    return random.NextDouble();
                }
            },
        };

    private sealed class Waiting(Func<UnitOfWork, Task<object?>> unit)
    {
        public Func<UnitOfWork, Task<object?>> Unit { get; } = unit;

        public TaskCompletionSource<object?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public object? Result { get; set; }

        public Exception? Refused { get; set; }

        public void Tell()
        {
            if (Refused is null)
            {
                Answer.TrySetResult(Result);
            }
            else
            {
                Answer.TrySetException(Refused);
            }
        }

        public void Fail(Exception broken) => Answer.TrySetException(Refused ?? broken);
    }
}

/// <summary>The transaction ended before the commit, with the connection or for another unit's sake: nothing of the unit happened.</summary>
public sealed class LostTransactionException(Exception why) : Exception("The transaction was lost before its commit: " + why.Message, why);
