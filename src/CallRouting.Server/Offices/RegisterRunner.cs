using CallRouting.Core.Offices;
using CallRouting.Server.Database;
using NodaTime.Extensions;

namespace CallRouting.Server.Offices;

public enum LoadOutcome
{
    Loaded,

    /// <summary>These very files are in force already.</summary>
    Unchanged,

    /// <summary>There are faults; what was in force still is.</summary>
    Refused,
}

public sealed record RegisterLoad(LoadOutcome Outcome, RegisterReading Reading);

public sealed class RegisterRunner(RegisterStore store, Writes writes, PlacesInForce places, TimeProvider clock)
{
    /// <summary>Reads a folder and, if nothing is wrong with it, puts it in force in one unit of work.</summary>
    public async Task<RegisterLoad> Load(string folder, CancellationToken cancel = default)
    {
        var reading = RegisterFiles.Read(folder);
        if (reading.Faults.Count > 0)
        {
            return new(LoadOutcome.Refused, reading);
        }
        var changed = await writes.Commit(unit => ReplaceIfChanged(reading, unit), cancel);
        await places.Refresh(cancel);
        return new(changed ? LoadOutcome.Loaded : LoadOutcome.Unchanged, reading);
    }

    private async Task<bool> ReplaceIfChanged(RegisterReading reading, UnitOfWork unit)
    {
        var inForce = await store.Files(unit);
        if (inForce.ToHashSet().SetEquals(reading.Files))
        {
            return false;
        }
        await store.Replace(reading, clock.GetCurrentInstant(), unit);
        return true;
    }
}
