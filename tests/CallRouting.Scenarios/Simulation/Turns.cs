using System.Runtime.CompilerServices;

namespace CallRouting.Scenarios.Simulation;

/// <summary>
/// How a world knows that nothing more can happen at this moment of its clock. A process of the simulation has one worker thread
/// (<see cref="Labour"/>), so when it has come to the end of the line and the line is empty, all that is unfinished waits for the clock.
/// </summary>
internal static class Turns
{
    public static async Task UntilQuiet()
    {
        do
        {
            await default(EndOfTheLine);
        } while (ThreadPool.PendingWorkItemCount > 0);
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
