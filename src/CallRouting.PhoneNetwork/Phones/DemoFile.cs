using System.Text.Json;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>The file that the network and the product both read: who has which telephone, and which numbers are ours. Other fields are the product's.</summary>
internal sealed record DemoFile(IReadOnlyList<DemoFile.DemoPhone> Phones, IReadOnlyList<DemoFile.DemoNumber> InboundNumbers)
{
    private static readonly string[] Roles = ["caller", "officer", "lead", "agent"];

    public sealed record DemoPhone(string Number, string Role, string Name);

    public sealed record DemoNumber(string Number, string? Name);

    public static DemoFile Read(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return new DemoFile([], []);
        if (!File.Exists(path))
            throw new BadSettingsException($"PhoneNetwork:DemoFile names {path}, which does not exist.");
        try
        {
            var demo = JsonSerializer.Deserialize<DemoFile>(File.ReadAllText(path), JsonSerializerOptions.Web);
            return (demo ?? new DemoFile([], [])).Checked(path);
        }
        catch (JsonException fault)
        {
            throw new BadSettingsException($"{path}:{fault.LineNumber + 1}: {fault.Message}");
        }
    }

    private DemoFile Checked(string path)
    {
        var phones = (Phones ?? []).Select((phone, i) => Checked(phone, $"{path}: phones[{i}]")).ToList();
        var numbers = (InboundNumbers ?? [])
            .Select((n, i) => n with { Number = Number(n.Number, $"{path}: inboundNumbers[{i}]") })
            .ToList();
        if (phones.GroupBy(phone => phone.Number).FirstOrDefault(group => group.Count() > 1) is { } twins)
            throw new BadSettingsException($"{path}: phones has {twins.Key} {twins.Count()} times; each telephone may be there once.");
        if (numbers.GroupBy(number => number.Number).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new BadSettingsException(
                $"{path}: inboundNumbers has {repeated.Key} {repeated.Count()} times; each number may be there once."
            );
        return new DemoFile(phones, numbers);
    }

    private static DemoPhone Checked(DemoPhone phone, string where)
    {
        if (!Roles.Contains(phone.Role))
            throw new BadSettingsException($"{where}: role is \"{phone.Role}\"; allowed are {string.Join(", ", Roles)}.");
        var number = Number(phone.Number, where);
        return phone with { Number = number, Name = string.IsNullOrWhiteSpace(phone.Name) ? number : phone.Name };
    }

    private static string Number(string? text, string where) =>
        text is not null && PhoneNumbers.IsE164(text)
            ? text
            : throw new BadSettingsException($"{where}: number is \"{text}\"; expected E.164 such as +4711234567.");
}
