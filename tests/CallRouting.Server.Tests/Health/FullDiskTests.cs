using System.Diagnostics;
using System.Net;
using CallRouting.Scenarios;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Health;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Health;

/// <summary>A full disk: callers hear something, reading goes on, it is said in plain words, and it is over when there is room again.</summary>
public sealed class FullDiskTests
{
    private static readonly (string, string?) Fallback = ("Routing:FallbackNumber", "22 00 00 00");

    // A file system of its own in memory. Only root may make one; anywhere else the next test stands for it.
    [Test]
    public async Task A_disk_that_fills_up()
    {
        var disk = Directory.CreateTempSubdirectory("small-disk-").FullName;
        if (!await Runs("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk))
        {
            Directory.Delete(disk);
            Assert.Ignore("This user may not mount a file system.");
        }
        try
        {
            await FillsUpAndIsCleared(disk);
        }
        finally
        {
            await Runs("umount", disk);
            Directory.Delete(disk);
        }
    }

    private static async Task FillsUpAndIsCleared(string disk)
    {
        await using var server = await RunningServer.In(Directory.CreateDirectory(Path.Combine(disk, "server")).FullName, Fallback);
        var before = await TestCall.Inbound(server);
        var filler = Path.Combine(disk, "filler");
        Fill(filler);

        // What the log has room for already is still written.
        await Soon.Holds(async () => (await TestCall.Inbound(server)).Now.Words == "Et øyeblikk.", "a caller meets the full disk");
        await server.Get<DatabaseProbe>().RunOnce();

        var (status, said) = await server.IsReady();
        Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(said, Does.Contain("since 2026-11-18T09:00:00Z: the disk is full."));
        Assert.That(server.Log.Errors, Has.Some.Contain("The database does not take what is written: the disk is full."));
        Assert.That(await server.Get<List<CallAnswer>>("supervisor", "calls"), Is.Not.Empty, "reading goes on");

        File.Delete(filler);
        await server.Get<DatabaseProbe>().RunOnce();

        Assert.That((await server.IsReady()).Status, Is.EqualTo(HttpStatusCode.OK));
        await before.Presses("1");
        Assert.That(before.Now.Words, Does.Contain("Mangler du mat"));
    }

    // SQLite says the same of a file that may not grow. The limit is a connection's own, so that every one in the pool is told.
    [Test]
    public async Task A_file_that_may_not_grow()
    {
        await using var server = await RunningServer.On(WorldDatabase.Sqlite, Fallback);
        await LimitTheFile(server, "1");

        // The first caller brings the menu's content along, and there is no room for it.
        var caller = await TestCall.Inbound(server);
        Assert.That(caller.Now.Words, Is.EqualTo("Et øyeblikk."));
        Assert.That(server.Log.Errors, Has.Some.Contain("database or disk is full"));
        Assert.That(await server.Get<List<CallAnswer>>("supervisor", "calls"), Is.Empty, "reading goes on");

        await LimitTheFile(server, "1000000");
        await caller.StaysSilent();
        Assert.That(caller.Now.KeysTo, Is.Not.Null);
    }

    private static async Task LimitTheFile(RunningServer server, string pages)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.Get<Engine>().Open(CancellationToken.None)));
        foreach (var connection in open)
        {
            await using var limit = connection.CreateCommand();
            limit.CommandText = $"pragma max_page_count = {pages}";
            await limit.ExecuteNonQueryAsync();
        }
        foreach (var connection in open)
        {
            await connection.DisposeAsync();
        }
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 20, 1 << 12, 1 })
        {
            try
            {
                while (true)
                {
                    stream.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Full, for pieces of this size.
            }
        }
    }

    private static async Task<bool> Runs(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
