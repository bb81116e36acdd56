namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>Lets so many webhooks through at once, first come first served. Used on the loop only.</summary>
internal sealed class Turnstile(int places)
{
    private readonly Queue<TaskCompletionSource> waiting = new();
    private int inside;

    public async Task<IDisposable> Enter()
    {
        if (places > 0 && inside >= places)
        {
            var turn = new TaskCompletionSource();
            waiting.Enqueue(turn);
            await turn.Task;
        }
        else
        {
            inside++;
        }
        return new Pass(this);
    }

    // The place is handed over, not given back, so that nobody who comes later slips in between.
    private void Leave()
    {
        if (waiting.TryDequeue(out var next))
            next.SetResult();
        else
            inside--;
    }

    private sealed class Pass(Turnstile turnstile) : IDisposable
    {
        public void Dispose() => turnstile.Leave();
    }
}
