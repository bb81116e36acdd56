namespace CallRouting.Server.Database;

/// <summary>Reading beside the writer: what was committed when the question was put.</summary>
public sealed class Reads(Engine engine)
{
    public async Task<T> Ask<T>(Func<UnitOfWork, Task<T>> question, CancellationToken cancel = default)
    {
        await using var connection = await engine.Open(cancel);
        return await question(new UnitOfWork(engine, connection, null));
    }
}
