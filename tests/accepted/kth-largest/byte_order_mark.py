# -*- coding: utf-8 -*-
"""Saved by an editor that puts a mark in front: тест."""
def find_kth_largest(nums, k):
    return sorted(nums)[-k]
