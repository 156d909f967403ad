using System.Runtime.InteropServices;

namespace Knowledge.Decoding;

/// <summary>For each word of a text the words it may stand for, and the path through them that the texts make most probable (Viterbi). Reused; one at a time on a thread.</summary>
internal sealed class Lattice
{
    private readonly List<Candidate> candidates = [];
    private readonly List<int> starts = [];
    private float[] scores = [];
    private int[] from = [];
    private int[] path = [];

    /// <summary>How many words are in it.</summary>
    public int Words => starts.Count;

    /// <summary>The candidates of a word; of the last while it is being filled.</summary>
    public Span<Candidate> Of(int word) => CollectionsMarshal.AsSpan(candidates)[starts[word]..(word + 1 < starts.Count ? starts[word + 1] : candidates.Count)];

    public void Clear()
    {
        candidates.Clear();
        starts.Clear();
    }

    /// <summary>Begins the next word.</summary>
    public void Next() => starts.Add(candidates.Count);

    /// <summary>Adds a candidate to the last word, or makes it cheaper if it is there.</summary>
    public void Add(Candidate candidate)
    {
        if (candidate.Word >= 0)
        {
            foreach (ref var known in Of(Words - 1))
            {
                if (known.Word != candidate.Word) continue;
                if (candidate.Cost < known.Cost && !known.IsTyped) known = candidate;
                return;
            }
        }
        candidates.Add(candidate);
    }

    /// <summary>Keeps of the last word's candidates the typed one, which is first, and the most probable others.</summary>
    public void Prune(int most, SyllableModel model)
    {
        var last = Of(Words - 1);
        if (last.Length <= most) return;
        last[1..].Sort((a, b) => (model.LogProbability(-1, b.Word) - b.Cost).CompareTo(model.LogProbability(-1, a.Word) - a.Cost));
        candidates.RemoveRange(starts[^1] + most, last.Length - most);
    }

    /// <summary>For each word which of its candidates lies on the most probable path.</summary>
    public ReadOnlySpan<int> Path(SyllableModel model)
    {
        if (scores.Length < candidates.Count) (scores, from) = (new float[2 * candidates.Count], new int[2 * candidates.Count]);
        if (path.Length < Words) path = new int[2 * Words];
        var all = CollectionsMarshal.AsSpan(candidates);
        for (var word = 0; word < Words; word++)
        {
            var (first, end) = (starts[word], word + 1 < Words ? starts[word + 1] : candidates.Count);
            for (var c = first; c < end; c++)
            {
                (scores[c], from[c]) = (word == 0 ? model.LogProbability(-1, all[c].Word) : float.NegativeInfinity, 0);
                for (var p = word == 0 ? first : starts[word - 1]; word > 0 && p < first; p++)
                {
                    // No word is more probable than certain.
                    if (scores[p] <= scores[c]) continue;
                    var score = scores[p] + model.LogProbability(all[p].Word, all[c].Word);
                    if (score > scores[c]) (scores[c], from[c]) = (score, p);
                }
                scores[c] -= all[c].Cost;
            }
        }
        var best = starts[^1];
        for (var c = best; c < candidates.Count; c++)
            if (scores[c] > scores[best])
                best = c;
        for (var word = Words - 1; word >= 0; best = from[best], word--) path[word] = best - starts[word];
        return path.AsSpan(0, Words);
    }
}
