using CallRouting.Scenarios;
using CallRouting.Server.Database;
using Dapper;
using Npgsql;

namespace CallRouting.Server.Tests.Database;

/// <summary>What PostgreSQL may do to us that a file never does: deadlocks with others' statements, and going away.</summary>
[Category(TestDatabase.Postgres)]
public sealed class PostgresTests
{
    private TestDatabase database = null!;

    [SetUp]
    public async Task Open()
    {
        if (DatabaseServers.Postgres is null)
        {
            Assert.Ignore("There is no PostgreSQL to try it on. Run it under ./scripts/postgres.");
        }
        database = await TestDatabase.Empty(TestDatabase.Postgres);
        await database.Writes.Commit(unit => unit.Execute("create table notes (id varchar(10) primary key, body text not null)"));
        await database.Writes.Commit(unit => unit.Execute("insert into notes (id, body) values ('a', ''), ('b', '')"));
    }

    [TearDown]
    public async Task Close() => await (database?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Test]
    public async Task The_isolation_is_ours_whatever_the_server_usually_gives()
    {
        await using (var connection = await Operator())
        {
            await connection.ExecuteAsync("alter role current_user set default_transaction_isolation = 'serializable'");
        }
        try
        {
            NpgsqlConnection.ClearAllPools();
            Assert.That(await Setting("transaction_isolation"), Is.EqualTo("read committed"));
        }
        finally
        {
            await using var connection = await Operator();
            await connection.ExecuteAsync("alter role current_user reset default_transaction_isolation");
        }
    }

    [Test]
    public async Task Who_hangs_within_a_transaction_is_dropped_after_ten_seconds_so_that_others_may_write() =>
        Assert.That(await Setting("idle_in_transaction_session_timeout"), Is.EqualTo("10s"));

    [Test]
    public async Task A_deadlock_with_somebody_elses_statement_is_tried_again_until_it_is_done()
    {
        await using var theirs = await Operator();
        // Only one side looks for deadlocks before this test is over: ours, so that it is ours that loses.
        await theirs.ExecuteAsync("set deadlock_timeout = '60s'");
        await using var transaction = await theirs.BeginTransactionAsync();
        await theirs.ExecuteAsync("update notes set body = body || 'theirs' where id = 'a'", transaction: transaction);
        Task? crossed = null;
        var tries = 0;

        await database.Writes.Commit(async unit =>
        {
            tries++;
            await unit.Execute("set local deadlock_timeout = '50ms'");
            await unit.Execute("update notes set body = body || 'ours' where id = 'b'");
            crossed ??= Cross();
            await unit.Execute("update notes set body = body || 'ours' where id = 'a'");
        });

        await crossed!;
        Assert.That(tries, Is.GreaterThan(1));
        Assert.That(await Notes(), Is.EqualTo(new[] { "theirsours", "theirsours" }));

        async Task Cross()
        {
            await theirs.ExecuteAsync("update notes set body = body || 'theirs' where id = 'b'", transaction: transaction);
            await transaction.CommitAsync();
        }
    }

    [Test]
    public async Task A_serialization_failure_is_tried_again()
    {
        var tries = 0;
        await database.Writes.Commit(async unit =>
        {
            await unit.Execute("update notes set body = body || 'once' where id = 'a'");
            if (++tries == 1)
            {
                await unit.Execute("do $$ begin raise exception 'as when two are serializable' using errcode = '40001'; end $$");
            }
        });
        Assert.That((tries, (await Notes())[0]), Is.EqualTo((2, "once")));
    }

    [Test]
    public async Task A_connection_that_is_lost_before_the_commit_costs_nobody_in_the_group_anything()
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = database.Writes.Commit(_ =>
        {
            begun.TrySetResult();
            return release.Task;
        });
        await begun.Task;
        // Both wait for the first, and so share a transaction.
        var tries = 0;
        var before = database.Writes.Commit(unit => unit.Execute("update notes set body = body || 'before' where id = 'a'"));
        var lost = database.Writes.Commit(async unit =>
        {
            await unit.Execute("update notes set body = body || 'kept' where id = 'b'");
            if (++tries == 1)
            {
                await Kill(await unit.Find<int>("select pg_backend_pid()", new { }));
                await unit.Execute("update notes set body = body || 'never' where id = 'b'");
            }
        });
        release.SetResult();
        await Task.WhenAll(first, before, lost);
        Assert.That((tries, await Notes()), Is.EqualTo((2, new[] { "before", "kept" })));
    }

    [Test]
    public async Task A_commit_that_was_not_answered_is_told_and_not_done_twice()
    {
        await database.Writes.Commit(unit =>
            unit.Execute(
                """
                create function killed() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(0); return null; end $$
                """
            )
        );
        await database.Writes.Commit(unit =>
            unit.Execute(
                "create constraint trigger dies after update on notes deferrable initially deferred for each row execute function killed()"
            )
        );
        var tries = 0;
        Assert.That(
            () =>
                database.Writes.Commit(unit =>
                {
                    tries++;
                    return unit.Execute("update notes set body = 'x' where id = 'a'");
                }),
            Throws.InstanceOf<NpgsqlException>()
        );
        Assert.That(tries, Is.EqualTo(1));
    }

    [Test]
    public async Task Connections_that_died_while_nobody_used_them_are_noticed_by_nobody()
    {
        await Notes();
        await using (var connection = await Operator())
        {
            await connection.ExecuteAsync(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'"
            );
        }
        Assert.That(await Notes(), Is.EqualTo(new[] { "", "" }));
        await database.Writes.Commit(unit => unit.Execute("update notes set body = 'written' where id = 'a'"));
        Assert.That((await Notes())[0], Is.EqualTo("written"));
    }

    [Test]
    public async Task A_server_that_is_not_what_we_need_is_told_before_anything_is_made()
    {
        await using var connection = await Operator();
        await connection.ExecuteAsync("create database old_letters encoding 'LATIN1' locale 'C' locale_provider 'libc' template template0");
        var engine = new PostgresEngine(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "old_letters", Pooling = false }.ConnectionString
        );
        try
        {
            await using var writes = new Writes(engine, TimeProvider.System, new Random(1));
            Assert.That(
                () => new Migrations(engine, writes, TimeProvider.System).Apply(),
                Throws.InvalidOperationException.With.Message.EqualTo("The database's encoding is LATIN1. It must be UTF8.")
            );
        }
        finally
        {
            await connection.ExecuteAsync("drop database old_letters with (force)");
        }
    }

    // Somebody with a connection of their own, who knows nothing of our lock.
    private async Task<NpgsqlConnection> Operator()
    {
        var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private async Task Kill(int process)
    {
        await using var connection = await Operator();
        await connection.ExecuteAsync("select pg_terminate_backend(@process, 5000)", new { process });
    }

    private Task<string?> Setting(string name) =>
        database.Writes.Commit(unit => unit.Find<string>("select current_setting(@name)", new { name }));

    private Task<IReadOnlyList<string>> Notes() => database.Reads.Ask(unit => unit.Query<string>("select body from notes order by id"));
}
