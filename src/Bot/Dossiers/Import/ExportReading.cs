using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Dossiers.Import;

/// <summary>What reading an export once has shown, before anything of it is written; hashes and not texts, so that a million rows take 50 MB.</summary>
public sealed class ExportReading
{
    private const int MostFaults = 1000;

    private readonly Dictionary<UInt128, ulong> good = [];
    private readonly List<(int, string)> faults = [];

    public ExportReading(IEnumerable<ImportRow> all, DossierMapping mapping, Agencies agencies)
    {
        foreach (var row in all)
        {
            if (Rows is null)
            {
                Rows = new DossierRows(row.Cells, mapping, agencies);
                if (Rows.Missing.Any()) return;
            }
            else if (Array.Exists(row.Cells, cell => cell.Length > 0)) Take(row, Rows.Read(row.Cells));
        }
    }

    /// <summary>How its rows are read; null when the file has not even headers.</summary>
    public DossierRows? Rows { get; }

    /// <summary>The dossiers that can be stored and have not been taken yet.</summary>
    public int Good => good.Count;

    public int FaultCount { get; private set; }

    /// <summary>What an import of it has to tell.</summary>
    public ImportReport Report => new()
    {
        Faults = faults, FaultCount = FaultCount, UnknownHeaders = Rows?.UnknownHeaders ?? [], UnknownStates = Rows?.UnknownStates ?? [],
    };

    /// <summary>A code as it is remembered.</summary>
    public static UInt128 Key(string code) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    public bool Has(UInt128 key) => good.ContainsKey(key);

    /// <summary>Whether a row's dossier is to be stored: each once.</summary>
    public bool TakeOut(string code) => good.Remove(Key(code));

    private void Take(ImportRow row, ReadDossier read)
    {
        if (read.Fault is { } fault) Note(row.Line, fault);
        else if (!good.TryAdd(Key(read.Code!), Content(row.Cells)) && good[Key(read.Code!)] != Content(row.Cells))
            Note(row.Line, "trùng mã với một dòng trước nhưng khác nội dung");
    }

    private void Note(int line, string fault)
    {
        if (FaultCount++ < MostFaults) faults.Add((line, fault));
    }

    private static ulong Content(string[] cells) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', cells))));
}
