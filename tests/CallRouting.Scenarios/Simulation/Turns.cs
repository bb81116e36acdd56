using System.Runtime.CompilerServices;

namespace CallRouting.Scenarios.Simulation;

/// <summary>
/// How a world knows that nothing more can happen at this moment of its clock. A process of the simulation has one worker thread
/// (<see cref="Labour"/>), so when it has come to the end of the line and the line is empty, all that is unfinished waits for the clock, or
/// for a database server, which has said that it is asked (<see cref="Elsewhere"/>).
/// </summary>
internal static class Turns
{
    private static int elsewhere;

    public static async Task UntilQuiet()
    {
        do
        {
            await default(EndOfTheLine);
            if (Volatile.Read(ref elsewhere) > 0)
            {
                Thread.Yield();
            }
        } while (ThreadPool.PendingWorkItemCount > 0 || Volatile.Read(ref elsewhere) > 0);
    }

    /// <summary>Somebody outside of this process works for us, until this is over. The clock may not move meanwhile.</summary>
    public static Action Elsewhere()
    {
        Interlocked.Increment(ref elsewhere);
        var over = 0;
        return () =>
        {
            if (Interlocked.Exchange(ref over, 1) == 0)
            {
                Interlocked.Decrement(ref elsewhere);
            }
        };
    }

    // Task.Yield may come back before those who wait; this comes back after them.
    private readonly struct EndOfTheLine : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public EndOfTheLine GetAwaiter() => this;

        public void GetResult() { }

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation) =>
            ThreadPool.UnsafeQueueUserWorkItem(static next => next(), continuation, preferLocal: false);
    }
}
