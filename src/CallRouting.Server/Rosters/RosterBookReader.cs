using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;

namespace CallRouting.Server.Rosters;

/// <summary>Reads the top of a roster file; <see cref="OfficeRosterReader"/> reads each office.</summary>
internal static class RosterBookReader
{
    private static readonly Dictionary<string, string> Entries = new() { ["start"] = "start", ["office"] = "office" };

    public static RosterBook Read(JsonSpot root, RosterFaults faults, bool demoNumbers)
    {
        if (root.Kind != JsonTokenType.StartObject)
            faults.Add(root, "Expected an object in braces.");

        // Our own numbers first: no phone on a roster may be one of them.
        var references = new RosterReferences(faults);
        var own = new RosterFields(root, faults, new NumberPlan([], demoNumbers)).Objects("inboundNumbers");
        var inbound = own.Select(fields => Inbound(fields, references)).ToList();

        var top = new RosterFields(root, faults, new NumberPlan(inbound.Select(number => number.Number), demoNumbers));
        top.Ignore("about");
        top.Ignore("inboundNumbers");
        top.Ignore("phones");
        var emergency = top.Objects("emergencyNumbers", required: false).Select(fields => Emergency(fields, references)).ToList();
        var agents = top.Objects("agents").Select(fields => Agent(fields, references)).ToList();
        var offices = top.Objects("rosters").Select(fields => OfficeRosterReader.Read(fields, references)).ToList();
        top.NothingElse();
        references.Settle();

        return new RosterBook(offices, agents, inbound, emergency);
    }

    private static InboundNumber Inbound(RosterFields fields, RosterReferences references)
    {
        var number = fields.OwnNumber("number");
        var name = fields.Text("name");
        var flow = fields.Text("flow");
        var entry = fields.Word("entry", Entries);
        var unit = entry == "office" ? new UnitNumber(fields.FourDigits("unitNumber")) : (UnitNumber?)null;
        fields.NothingElse();
        references.Once("inbound number", number.E164 ?? "", fields.Spot);
        return new InboundNumber(number, name, flow, entry, unit);
    }

    private static EmergencyNumber Emergency(RosterFields fields, RosterReferences references)
    {
        var number = new EmergencyNumber(fields.FourDigits("municipalityNumber"), fields.Phone("number"));
        fields.NothingElse();
        references.Once("municipality", number.MunicipalityNumber, fields.Spot);
        return number;
    }

    private static Agent Agent(RosterFields fields, RosterReferences references)
    {
        var agent = new Agent(fields.Id("id"), fields.Text("name"), fields.Phone("station"));
        fields.NothingElse();
        references.Once("agent", agent.Id, fields.Spot);
        return agent;
    }
}
