using System.Security.Cryptography;
using CallRouting.Core.Offices;

namespace CallRouting.Server.Offices;

/// <summary>A folder of register files was read: everything in it, or everything that is wrong with it.</summary>
/// <param name="Registers">Complete when there are no faults; otherwise not to be used.</param>
public sealed record RegisterReading(Registers Registers, IReadOnlyList<RegisterFile> Files, IReadOnlyList<RegisterFault> Faults);

/// <param name="Sha256">Of the file's bytes, in lower-case hexadecimal: it tells whether this is the file that was loaded last.</param>
public sealed record RegisterFile(string Name, string Sha256);

public static class RegisterFiles
{
    /// <summary>The registers that come with the server.</summary>
    public static string OwnFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Offices", "registers");

    public static RegisterReading Read(string folder)
    {
        var files = RegisterTables
            .Files.Where(name => File.Exists(Path.Combine(folder, name)))
            .ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(folder, name)));
        var tables = RegisterTables.Read(files);
        List<RegisterFault> faults = [.. tables.Faults, .. RegisterChecks.Of(tables)];
        return new(tables.ToRegisters(), [.. files.Select(file => Fingerprint(file.Key, file.Value))], InFileOrder(faults));
    }

    private static RegisterFile Fingerprint(string name, byte[] bytes) => new(name, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static List<RegisterFault> InFileOrder(IEnumerable<RegisterFault> faults) =>
        [.. faults.OrderBy(fault => Array.IndexOf(RegisterTables.Files, fault.File)).ThenBy(fault => fault.Line)];
}
