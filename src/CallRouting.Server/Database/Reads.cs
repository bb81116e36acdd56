namespace CallRouting.Server.Database;

/// <summary>Reading beside the writer: what was committed when the question was put.</summary>
public sealed class Reads(Engine engine)
{
    /// <summary>Puts a question; once more when the connection turns out to be dead, as all kept ones are when a server was restarted.</summary>
    public async Task<T> Ask<T>(Func<UnitOfWork, Task<T>> question, CancellationToken cancel = default)
    {
        try
        {
            return await AskOnce(question, cancel);
        }
        catch (Exception dead) when (engine.IsLostConnection(dead))
        {
            return await AskOnce(question, cancel);
        }
    }

    private async Task<T> AskOnce<T>(Func<UnitOfWork, Task<T>> question, CancellationToken cancel)
    {
        await using var connection = await engine.Open(cancel);
        return await question(new UnitOfWork(engine, connection, null));
    }
}
