using CallRouting.Core.Offices;
using CallRouting.Server.Database;

namespace CallRouting.Server.Offices;

/// <summary>
/// The places that this process answers with: read once at start, and again when somebody, perhaps another process,
/// has loaded newer registers. A reader keeps the Places that it took; they never change.
/// </summary>
public sealed class PlacesInForce(RegisterStore registers, Reads reads)
{
    private volatile Loaded loaded = new([], new Places(new Registers()));

    /// <summary>Knows no place at all until the first refresh has found registers.</summary>
    public Places Places => loaded.Places;

    public bool AnyRegisters => loaded.Files.Count > 0;

    /// <summary>Reads the registers again if other files are in force now, and tells whether they were.</summary>
    public async Task<bool> Refresh(CancellationToken cancel = default)
    {
        var files = await Files(cancel);
        if (files.SequenceEqual(loaded.Files))
        {
            return false;
        }
        loaded = await ReadWhole(files, cancel);
        return true;
    }

    // The tables are read one after the other; a load between two of them would give half of each. The files tell.
    private async Task<Loaded> ReadWhole(IReadOnlyList<RegisterFile> before, CancellationToken cancel)
    {
        while (true)
        {
            var read = await reads.Ask(registers.Read, cancel);
            var after = await Files(cancel);
            if (after.SequenceEqual(before))
            {
                return new(after, new Places(read));
            }
            before = after;
        }
    }

    private Task<IReadOnlyList<RegisterFile>> Files(CancellationToken cancel) => reads.Ask(registers.Files, cancel);

    private sealed record Loaded(IReadOnlyList<RegisterFile> Files, Places Places);
}
