using CallRouting.Scenarios;
using CallRouting.Server.Tests.Calls;
using Dapper;
using Npgsql;

namespace CallRouting.Server.Tests.Database;

/// <summary>PostgreSQL falls while we serve, and comes again. Only where the server is thrown away afterwards.</summary>
[Category(TestDatabase.Postgres)]
public sealed class PostgresRestartTests
{
    [Test]
    public async Task Callers_are_served_again_as_soon_as_it_is_there()
    {
        if (Environment.GetEnvironmentVariable("CALLROUTING_POSTGRES_IS_OURS") != "yes")
        {
            Assert.Ignore("A server that others use is not made to fall. Run it under ./scripts/postgres.");
        }
        await using var server = await RunningServer.On(TestDatabase.Postgres);
        var call = await TestCall.Inbound(server);

        await Fall();
        await Soon.Holds(Serves, "the database is there again");
        // What was lost with its connection is tried again after a pause, and here the clock moves when told: a little for each
        // question that the database has had time to answer.
        var pressing = call.Presses("1");
        await Soon.Holds(
            async () =>
            {
                await Serves();
                server.Time.Advance(TimeSpan.FromMilliseconds(2));
                return pressing.IsCompleted;
            },
            "the call goes on"
        );
        await pressing;

        Assert.That(call.Now.Words, Does.Not.Contain("Beklager, noe er feil hos oss"));
        Assert.That(server.Log.Errors, Is.Empty);
    }

    // A process of the server that dies takes all connections with it, and the server recovers from its log.
    private static async Task Fall()
    {
        await using var witness = new NpgsqlConnection(DatabaseServers.Postgres + ";Pooling=false");
        await witness.OpenAsync();
        await using var killer = new NpgsqlConnection(DatabaseServers.Postgres + ";Pooling=false");
        Assert.That(
            async () => await killer.ExecuteAsync("copy (select 1) to program 'kill -KILL $PPID'"),
            Throws.InstanceOf<NpgsqlException>()
        );
        await Soon.Holds(async () => !await Answers(witness), "the server has fallen");
    }

    private static async Task<bool> Serves()
    {
        await using var connection = new NpgsqlConnection(DatabaseServers.Postgres + ";Pooling=false");
        return await Answers(connection);
    }

    private static async Task<bool> Answers(NpgsqlConnection connection)
    {
        try
        {
            return await connection.ExecuteScalarAsync<int>("select 1") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
