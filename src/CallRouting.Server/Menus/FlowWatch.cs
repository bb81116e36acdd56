using System.Security.Cryptography;
using System.Text;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Menus;

/// <summary>
/// Takes up flows as they are edited, without a restart. A change with a fault is refused whole: the flows in force go on,
/// and every fault is logged with its file, its line and what to do.
/// </summary>
public sealed class FlowWatch(
    FlowLibrary library,
    NumberStore numbers,
    Reads reads,
    IOptions<ModeOptions> mode,
    TimeProvider clock,
    ILogger<FlowWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private string seen = "";

    /// <summary>Reads the folder before the first call.</summary>
    /// <exception cref="BadFlowsException">A flow has a fault: none is taken, and every fault is told.</exception>
    public void Begin()
    {
        seen = Fingerprint();
        var files = Read();
        if (files.Faults.Count > 0)
        {
            throw new BadFlowsException(files.Faults);
        }
        library.TakeUp(files.Flows, clock.GetUtcNow().ToInstant());
    }

    /// <summary>True when other flows were taken up.</summary>
    public async Task<bool> RunOnce(Instant now, CancellationToken cancel = default)
    {
        if (Fingerprint() is var found && found == seen)
        {
            return false;
        }
        var files = Read();
        FileFault[] faults = [.. files.Faults, .. files.Faults.Count == 0 ? await Missing(files.Flows, cancel) : []];
        seen = found;
        if (faults.Length > 0)
        {
            library.Refuse(faults);
            log.LogError("The changed flows are refused, and the old ones go on:\n{Faults}", string.Join('\n', faults.AsEnumerable()));
            return false;
        }
        library.TakeUp(files.Flows, now);
        log.LogInformation("Other flows are taken up: {Flows}. Calls go on in the flow that they began in.", library.Names);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (mode.Value.Background && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await RunOnce(clock.GetUtcNow().ToInstant(), stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(broken, "The flows could not be read; they are looked at again.");
            }
        }
    }

    private string Folder => mode.Value.FlowFolder;

    private FlowFiles Read() => FlowFiles.Read(Folder, new NumberPlan([], mode.Value.IsDemo));

    // A number that callers dial must lead somewhere.
    private async Task<IEnumerable<FileFault>> Missing(IReadOnlyList<Flow> flows, CancellationToken cancel) =>
        from number in await reads.Ask(numbers.InboundNumbers, cancel)
        where flows.All(flow => flow.Name != number.Flow)
        select new FileFault(
            Path.GetFileName(Path.GetFullPath(Folder)),
            1,
            $"{number.Number.Display} ({number.Name}) leads to a flow \"{number.Flow}\", and there is none. Keep it, or lead the number to another flow first."
        );

    // By content: a file that was only touched is the same file.
    private string Fingerprint()
    {
        if (!Directory.Exists(Folder))
        {
            return "";
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\0{file}\0"));
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The flows are refused. The message tells every fault with its file, its line and what to do.</summary>
public sealed class BadFlowsException(IReadOnlyList<FileFault> faults) : Exception(string.Join('\n', faults));
