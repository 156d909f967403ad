using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>Finds the passages that are worth reading: those with most evidence by words and sets of synonyms, added up from the postings in coarse numbers. Reused; one at a time on a thread.</summary>
internal sealed class CandidateSearch
{
    // As many passages at a time as keep their sums in the processor's nearest cache.
    private const int Block = 4096;

    // What more words of a long message would tell is lost in the rounding.
    private const int MostSources = 96;

    private readonly ushort[] sums = new ushort[Block];
    private readonly List<Source> sources = [];
    private readonly List<(ushort Sum, int Passage)> best = [];
    private int wanted;

    /// <summary>The numbers of the passages worth reading, in no order.</summary>
    public List<(ushort Sum, int Passage)> Found => best;

    /// <summary>Finds at most so many passages.</summary>
    public void Run(Asked asked, PassageIndex index, int most)
    {
        wanted = most;
        best.Clear();
        sources.Clear();
        Gather(asked, index);
        if (sources.Count == 0) return;
        for (var start = 0; start < index.Count; start += Block)
        {
            var length = Math.Min(Block, index.Count - start);
            sums.AsSpan(0, length).Clear();
            foreach (ref var source in CollectionsMarshal.AsSpan(sources))
            {
                if (source.Postings.IsDense(source.Term)) AddDense(source.Postings.Dense(source.Term, start, length), source.Factor);
                else AddSparse(ref source, start, length);
            }
            Collect(start, length);
        }
    }

    private void Gather(Asked asked, PassageIndex index)
    {
        var p = index.Parameters;
        foreach (var word in asked.Words) Add(index.Classes, word.Class, word.Weight * p.FoldedWord * word.Rarity);
        foreach (var concept in asked.Concepts)
        {
            if (concept.IsSlot) Add(index.Concepts, concept.Concept, concept.Weight * p.Concept * concept.Rarity);
            if (concept.HeadingRarity > 0) Add(index.HeadingConcepts, concept.Concept, concept.Weight * p.HeadingConcept * concept.HeadingRarity);
        }
        if (sources.Count > MostSources)
        {
            sources.Sort(static (a, b) => b.Weight.CompareTo(a.Weight));
            sources.RemoveRange(MostSources, sources.Count - MostSources);
        }
        var all = 0f;
        foreach (var source in sources) all += source.Weight;
        // All together stay within 16 bits, each rounded by half of its largest worth.
        var scale = ushort.MaxValue / 255f - 0.5f * sources.Count;
        foreach (ref var source in CollectionsMarshal.AsSpan(sources)) source.Factor = (ushort)MathF.Round(scale * source.Weight / all);

        void Add(Postings postings, int term, float weight)
        {
            if (weight <= 0 || postings.Holders(term) == 0) return;
            sources.Add(new Source { Postings = postings, Term = term, Weight = weight });
        }
    }

    private void AddDense(ReadOnlySpan<byte> worths, ushort factor)
    {
        var target = sums.AsSpan(0, worths.Length);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var from = ref MemoryMarshal.GetReference(worths);
            ref var to = ref MemoryMarshal.GetReference(target);
            for (; i + 32 <= worths.Length; i += 32)
            {
                var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, (nuint)i));
                (Vector256.LoadUnsafe(ref to, (nuint)i) + low * factor).StoreUnsafe(ref to, (nuint)i);
                (Vector256.LoadUnsafe(ref to, (nuint)i + 16) + high * factor).StoreUnsafe(ref to, (nuint)i + 16);
            }
        }
        for (; i < worths.Length; i++) target[i] += (ushort)(worths[i] * factor);
    }

    private void AddSparse(ref Source source, int start, int length)
    {
        var passages = source.Postings.Passages(source.Term);
        var worths = source.Postings.Worths(source.Term);
        var at = source.Next;
        for (; at < passages.Length && passages[at] < start + length; at++) sums[passages[at] - start] += (ushort)(worths[at] * source.Factor);
        source.Next = at;
    }

    // A heap with the least sum on top; of equal sums the earlier passage stays.
    private void Collect(int start, int length)
    {
        var least = best.Count < wanted ? (ushort)0 : best[0].Sum;
        for (var i = 0; i < length;)
        {
            if (Vector256.IsHardwareAccelerated && i + 16 <= length)
            {
                var above = Vector256.GreaterThan(Vector256.LoadUnsafe(ref sums[i]), Vector256.Create(least)).ExtractMostSignificantBits();
                for (; above != 0; above &= above - 1) least = Offer(sums[i + BitOperations.TrailingZeroCount(above)], start + i + BitOperations.TrailingZeroCount(above), least);
                i += 16;
            }
            else
            {
                least = Offer(sums[i], start + i, least);
                i++;
            }
        }
    }

    private ushort Offer(ushort sum, int passage, ushort least)
    {
        if (sum <= least) return least;
        var heap = best;
        if (heap.Count < wanted)
        {
            heap.Add((sum, passage));
            var at = heap.Count - 1;
            for (var parent = (at - 1) / 2; at > 0 && Comes(heap[at], heap[parent]); at = parent, parent = (at - 1) / 2) (heap[at], heap[parent]) = (heap[parent], heap[at]);
        }
        else
        {
            heap[0] = (sum, passage);
            for (var at = 0; ;)
            {
                var child = 2 * at + 1;
                if (child >= heap.Count) break;
                if (child + 1 < heap.Count && Comes(heap[child + 1], heap[child])) child++;
                if (!Comes(heap[child], heap[at])) break;
                (heap[at], heap[child]) = (heap[child], heap[at]);
                at = child;
            }
        }
        return heap.Count < wanted ? (ushort)0 : heap[0].Sum;
    }

    private static bool Comes((ushort Sum, int Passage) a, (ushort Sum, int Passage) b) => a.Sum != b.Sum ? a.Sum < b.Sum : a.Passage > b.Passage;

    /// <summary>One term's postings, how far they are read, and what the whole of a worth counts.</summary>
    private struct Source
    {
        public Postings Postings;
        public int Term;
        public float Weight;
        public ushort Factor;
        public int Next;
    }
}
