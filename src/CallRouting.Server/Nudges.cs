using CallRouting.Server.Calls;

namespace CallRouting.Server;

public static class Nudges
{
    /// <summary>Has the worker look at once at what was written.</summary>
    public static async Task<T> Nudging<T>(this Task<T> commit, Worker worker)
    {
        var answer = await commit;
        worker.Nudge();
        return answer;
    }
}
